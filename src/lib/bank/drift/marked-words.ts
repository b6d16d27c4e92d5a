import type { Passage, Span } from '../../passage/passage.ts';

const doubleMarks = /[“”„‟«»]/g;
const singleMarks = /[‘’‚‛]/g;
/** Signs before and behind a word that say nothing of what it means. */
const edges = /^["'([]+|["')\].,;:!?…]+$/g;

/**
 * True where a new wording has each run of a passage's marked words, whole and in order; without
 * marks, all of its words. Capitals, quotation marks and the stops behind a word may differ; a sign
 * in a figure may not.
 */
export function keepsMarkedWords(passage: Pick<Passage, 'exact' | 'marks'>, now: string): boolean {
  const { exact, marks } = passage;
  const runs = marks.length > 0 ? marks : [{ start: 0, end: exact.length }];
  const words = foldedWords(now);
  return runs.every((run) => holdsRun(words, foldedWords(widenToWords(exact, run))));
}

function widenToWords(text: string, { start, end }: Span): string {
  const close = text.indexOf(' ', end - 1);
  return text.slice(text.lastIndexOf(' ', start) + 1, close === -1 ? text.length : close);
}

function foldedWords(text: string): string[] {
  return text
    .toLowerCase()
    .replace(doubleMarks, '"')
    .replace(singleMarks, "'")
    .split(' ')
    .map((word) => word.replace(edges, '') || word)
    .filter(Boolean);
}

function holdsRun(words: readonly string[], run: readonly string[]): boolean {
  return words.some((_, at) => run.every((word, offset) => words[at + offset] === word));
}
