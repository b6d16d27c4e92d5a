import { error } from '@sveltejs/kit';
import { languages } from '$lib/messages/languages';
import { courseKinds, isBankFormat, isFileKind, type CourseKind } from '$lib/quiz/course-kind';
import { framingOrigins } from '$lib/server/embed/frame-permission';
import { isOnlyHere } from '$lib/server/only-here';
import { autonym } from '$lib/server/courses/list-build-banks';
import { pickItems, readBuild } from '$lib/server/courses/read-build';
import type { PageServerLoad } from './$types';
import { takeAway } from './take-away';

/** What there is of each group: files by what this server makes. */
function offeredKinds(files: readonly string[]) {
  const isOffered = (kind: CourseKind) => !isFileKind(kind) || files.includes(kind);
  return {
    page: courseKinds.page.filter(isOffered),
    course: courseKinds.course.filter(isOffered),
    bank: courseKinds.bank.filter(isOffered),
  };
}

export const load: PageServerLoad = ({ locals, params, url }) => {
  const bank = locals.app.teaching.offerBank(params.bank);
  if (!bank) error(404, locals.say('refusal.noBank'));
  // Its preview is a frame of ours.
  locals.isFraming = true;
  const { packages } = locals.app;
  const itemIds = bank.items.map(({ id }) => id);
  const reading = readBuild(url.searchParams, { itemIds, languages, say: locals.say });
  const { choices, entered, faults } = reading;
  const { id, language, title } = bank;
  return {
    bank: { id, language, title },
    items: pickItems(bank.items, choices),
    isNarrowed: choices.options.items !== null,
    entered,
    faults,
    kind: choices.kind,
    kinds: offeredKinds(packages.kinds),
    /** Of its files; null where none are handed out. */
    edition: packages.edition(id),
    losses:
      faults.length === 0 && isBankFormat(choices.kind)
        ? packages.losses(id, choices.kind, choices.options)
        : [],
    languages: languages.map((value) => ({ value, name: autonym(value) })),
    origin: url.origin,
    isOnlyHere: isOnlyHere(url),
    registersFreely: locals.lti.registersFreely(),
    framers: framingOrigins(locals.framing, id),
    taken: faults.length > 0 ? null : takeAway({ origin: url.origin, bank }, choices, locals.say),
  };
};
