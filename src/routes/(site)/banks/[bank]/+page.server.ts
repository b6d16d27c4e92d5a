import { error, redirect } from '@sveltejs/kit';
import { isSlug } from '$lib/passage/source';
import type { BankId } from '$lib/quiz/ids';
import { quizStructuredData } from '$lib/quiz/structured-data';
import { holdOwner } from '$lib/server/owner-cookie';
import { discoveryOf } from '../../../oembed-discovery';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { library } = locals.app;
  const bank = isSlug(params.bank) ? library.banks.get(params.bank as BankId) : undefined;
  if (!bank) error(404, locals.say('refusal.noBank'));
  const unfinished = await locals.app.listUnfinished(locals.owner);
  return {
    bank: {
      id: bank.id,
      title: bank.title,
      summary: bank.summary,
      language: bank.language,
      marking: bank.marking,
      introduction: bank.introduction,
      itemCount: bank.items.length,
      minutes: Math.max(1, Math.round(bank.items.length * 0.6)),
      sources: bank.sources.flatMap((id) => library.sources.get(id) ?? []),
    },
    structuredData: quizStructuredData({
      title: bank.title,
      summary: bank.summary,
      language: bank.language,
      stems: bank.items.map(({ stem }) => stem),
      sources: bank.sources.flatMap((id) => library.sources.get(id) ?? []),
    }),
    discovery: discoveryOf(locals, bank.id, `${url.origin}/banks/${bank.id}`),
    unfinished: unfinished.find((attempt) => attempt.bankId === bank.id) ?? null,
  };
};

export const actions: Actions = {
  start: async (event) => {
    const form = await event.request.formData().catch(() => null);
    const marking = form?.get('marking') === 'certainty' ? 'certainty' : null;
    const owner = holdOwner(event);
    const attempt = await event.locals.app.startAttempt(event.params.bank, owner, marking);
    if (!attempt) error(404, event.locals.say('refusal.noBank'));
    redirect(303, `/attempts/${attempt}`);
  },
};
