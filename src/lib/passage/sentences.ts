import type { Span } from './passage.ts';

/** A stop with what closes behind it, but not the one in an oddly printed “5. 3%”. */
const end = /(?:[!?…]|(?<!\d)\.|\.(?! \d))["'”’)\]]*(?= )/g;

/** The sentences of a line in normal form, roughly: good enough for a message, not for a proof. */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(end)) {
    const close = match.index + match[0].length;
    spans.push({ start, end: close });
    start = close + 1;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}
