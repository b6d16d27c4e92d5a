import type { Passage } from '../../passage/passage.ts';
import { sentencesIn } from '../../passage/source-text.ts';
import type { InContext } from '../../quiz/reveal.ts';
import type { Library } from '../content/library.ts';

type Places = Pick<Library, 'openTexts' | 'quotations'>;

/** Where a passage can be read in its context; null where its place is not known. */
export function contextOf(library: Places, passage: Passage): InContext | null {
  const placed = library.quotations
    .get(passage.source)
    ?.find(({ exact, occurrence }) => exact === passage.exact && occurrence === passage.occurrence);
  if (!placed) return null;
  return {
    href: `/sources/${passage.source}#p${placed.start}`,
    ...neighboursOf(library, passage, placed.start),
  };
}

function neighboursOf({ openTexts }: Places, { source, exact }: Passage, start: number) {
  const text = openTexts.get(source);
  if (!text) return { before: null, after: null };
  const sentences = sentencesIn(text);
  const before = sentences.findLast((sentence) => sentence.end <= start);
  const after = sentences.find((sentence) => sentence.start >= start + exact.length);
  return {
    before: before ? text.normal.slice(before.start, before.end) : null,
    after: after ? text.normal.slice(after.start, after.end) : null,
  };
}
