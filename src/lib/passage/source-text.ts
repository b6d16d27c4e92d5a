import { digestOf } from './digest.ts';
import { normalForm } from './normal-form.ts';
import type { Span } from './passage.ts';

/** An article's text as passages are looked up in it. */
export interface SourceText {
  /** The whole text in normal form. */
  readonly normal: string;
  /** The printed lines (paragraphs, headings, table cells, list entries) in the normal form. */
  readonly lines: readonly Span[];
  readonly digest: string;
}

/** Brings an article's text into normal form, once, remembering where its lines were. */
export function readSourceText(raw: string): SourceText {
  const lines: Span[] = [];
  let length = 0;
  const parts: string[] = [];
  for (const line of raw.split(/\r\n?|\n/)) {
    const part = normalForm(line);
    if (part === '') continue;
    const start = length === 0 ? 0 : length + 1;
    length = start + part.length;
    parts.push(part);
    lines.push({ start, end: length });
  }
  const normal = parts.join(' ');
  return { normal, lines, digest: digestOf(normal) };
}

/** The number of characters of a text, what it prints twice counted once. */
export function distinctLength(text: SourceText): number {
  const lines = new Set(text.lines.map(({ start, end }) => text.normal.slice(start, end)));
  return [...lines].reduce((sum, line) => sum + line.length, 0);
}

const sentenceEnd = /[.!?…]["'”’)\]]*$/;
const listSign = /^(?:[^\p{L}\p{N}“"'‘]{1,4}|\d+[.)] ?|Q\d+: )$/u;

/** True for a span that begins and ends with a sentence, a table row or a list entry. */
export function isWhole(text: SourceText, span: Span): boolean {
  const { normal, lines } = text;
  const line = lines.findLast(({ start }) => start <= span.start);
  const before = normal.slice(line?.start ?? 0, span.start);
  const beginsWhole = before === '' || listSign.test(before) || sentenceEnd.test(before.trimEnd());
  const endsWhole =
    sentenceEnd.test(normal.slice(span.start, span.end)) ||
    lines.some(({ end }) => end === span.end);
  return beginsWhole && endsWhole;
}
