import type { Span } from './passage.ts';

const end = /[.!?…]["'”’)\]]*(?= )/g;

/** The sentences of a text in normal form, roughly: good enough for a suggestion, not for a proof. */
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
