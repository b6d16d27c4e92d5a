import { digestOf } from './digest.ts';
import { normalForm } from './normal-form.ts';
import type { Span } from './passage.ts';
import { sentencesOf } from './sentences.ts';

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

/** The sentences of a text, none of them across two lines. */
export function sentencesIn({ normal, lines }: SourceText): Span[] {
  return lines.flatMap(({ start: offset, end }) =>
    sentencesOf(normal.slice(offset, end)).map((sentence) => ({
      start: offset + sentence.start,
      end: offset + sentence.end,
    })),
  );
}

/** A bullet, the bar of a table row, a number: what stands before the words of an entry. */
const listSign = /^(?:[^\p{L}\p{N}“"'‘]{1,4}|\d+[.)] ?|Q\d+: )$/u;
/** The bar that closes a table row. */
const rowEnd = /^ ?\|?$/;

/** True for a span that begins and ends with a sentence, a table row or a list entry. */
export function isWhole(text: SourceText, span: Span): boolean {
  const first = lineAt(text, span.start);
  const last = lineAt(text, span.end - 1);
  const begins = (sentence: Span) => first.start + sentence.start === span.start;
  const ends = (sentence: Span) => last.start + sentence.end === span.end;
  return (
    (listSign.test(text.normal.slice(first.start, span.start)) ||
      sentencesOf(text.normal.slice(first.start, first.end)).some(begins)) &&
    (rowEnd.test(text.normal.slice(span.end, last.end)) ||
      sentencesOf(text.normal.slice(last.start, last.end)).some(ends))
  );
}

/** The line in which a place of the normal form lies; the one before it where it lies between two. */
function lineAt({ lines }: SourceText, place: number): Span {
  return lines.findLast(({ start }) => start <= place) ?? { start: 0, end: 0 };
}
