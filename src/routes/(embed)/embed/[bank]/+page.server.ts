import { error } from '@sveltejs/kit';
import { embedAddress } from '$lib/embed/snippets';
import type { BankId, OwnerId } from '$lib/quiz/ids';
import { embedOptions, optionNotes } from '$lib/server/embed/embed-options';
import { makeOwnerSecret, ownerOf } from '$lib/server/owner';
import { discoveryOf } from '../../../oembed-discovery';
import { embedData } from '../../show-embed';
import type { PageServerLoad } from './$types';

/** Whoever asks, or somebody new, known by what the page's forms carry; nothing is stored of them yet. */
function ownerFor(locals: App.Locals): OwnerId {
  if (locals.owner) return locals.owner;
  locals.carried = makeOwnerSecret();
  return ownerOf(locals.carried) as OwnerId;
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const bank = locals.app.library.banks.get(params.bank as BankId);
  if (!bank) error(404, locals.say('embed.noBank', { bank: params.bank }));
  locals.framedBank = bank.id;
  locals.owner = ownerFor(locals);
  const options = embedOptions(url);
  const shown = await locals.app.openEmbed({ bankId: bank.id, owner: locals.owner, options });
  if (!shown) error(404, locals.say('embed.noBank', { bank: params.bank }));
  const page = embedAddress({ origin: url.origin, bank, options });
  return {
    ...(await embedData(locals, shown, options)),
    notes: optionNotes(url, bank, locals.say),
    discovery: { address: discoveryOf(locals, bank.id, page), title: bank.title },
  };
};
