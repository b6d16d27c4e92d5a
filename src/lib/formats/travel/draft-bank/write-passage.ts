import { normalForm } from '../../../passage/normal-form.ts';
import { isSlug } from '../../../passage/source.ts';
import type { TravelPassage, TravelSource } from '../question.ts';
import { inline, oneLine } from './bank-text.ts';
import type { Gaps } from './gaps.ts';

/** Stands where the id of a source is to be put. */
const unknownSource = 'source';

/** What Markdown makes a link of, wherever it stands. */
const address = /https?:\/\/|www\.|[-.\w+]@[-\w]+\.[-\w]/i;
/** What the format reads as its own sign behind a quotation. */
const ownEnd = /\s#(?:near|group\s+[a-z0-9-]+)$/;

/** `[source] The sentence. #near`, its decisive words marked. */
export function writePassage(passage: TravelPassage, { lose, miss }: Gaps): string {
  const { exact, near, source } = passage;
  const id = sourceIdOf(source);
  if (id === null) {
    const named = oneLine(source.attribution);
    const from = named === '' ? '' : ` from ${named}`;
    miss(`It quotes a passage${from} and names no source: put the id of its card for “source”.`);
  }
  const isPlain = !address.test(exact) && !exact.includes('==') && !ownEnd.test(exact.trimEnd());
  if (!isPlain || exact.trim() === '') {
    miss(`“${oneLine(exact).slice(0, 60)}” can’t be quoted as it is: quote another passage.`);
  }
  if (normalForm(exact) !== exact && passage.marks.length > 0) {
    lose('The decisive words of a passage are no longer marked: put == before and after them.');
  }
  return `[${id ?? unknownSource}] ${markedText(passage)}${near ? ' #near' : ''}`;
}

/** The id by which a bank can name a source; null where it has none. */
export function sourceIdOf({ id }: TravelSource): string | null {
  return id !== null && isSlug(id) ? id : null;
}

function markedText({ exact, marks }: TravelPassage): string {
  if (normalForm(exact) !== exact) return inline(normalForm(exact));
  let reached = 0;
  let text = '';
  for (const { start, end } of marks) {
    text += `${piece(exact.slice(reached, start))}==${piece(exact.slice(start, end))}==`;
    reached = end;
  }
  return text + piece(exact.slice(reached));
}

/** Part of a quotation, the spaces at its ends kept. */
function piece(text: string): string {
  const [before = ''] = /^ */.exec(text) ?? [];
  const [after = ''] = text.trim() === '' ? [] : (/ *$/.exec(text) ?? []);
  return `${before}${inline(text)}${after}`;
}
