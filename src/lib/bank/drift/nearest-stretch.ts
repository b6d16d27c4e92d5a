import { sentencesOf } from '../../passage/sentences.ts';
import { sentencesIn, type SourceText } from '../../passage/source-text.ts';
import type { Span } from '../../passage/passage.ts';
import { wordDiff } from '../../passage/word-diff.ts';
import { wordsOf } from '../../passage/words.ts';

/** The share of words, in their order, from which on a sentence is another one's new wording. */
const alike = 0.5;
/** With more than so many times the words, not even a text that has them all is alike. */
const longestAlike = 2 / alike - 1;
/** What ends a sentence; a table cell or a heading ends without. */
const stop = /[.!?…]["'”’)\]]*$/;
/** Stands between two sentences that were next to each other and no longer are. */
const gap = ' […] ';

/** Sentences of the new text, by their numbers, and how like they are to what is sought. */
interface Find {
  readonly numbers: readonly number[];
  readonly likeness: number;
}

/** A sentence of the new text; `isNew` where it can be what became of another one. */
interface Candidate extends Span {
  readonly words: readonly string[];
  readonly isNew: boolean;
}

/**
 * The stretch of a new text that a passage has become, null where nothing is alike. Where its
 * sentences were parted, each is sought by itself. What stood in the old text as well is no new
 * wording of something else.
 */
export function nearestStretch(
  exact: string,
  before: SourceText | null,
  now: SourceText,
): string | null {
  const candidates = candidatesFor(exact, before, now);
  const whole = nearestRun(wordsOf(exact), candidates);
  const parts = nearestParts(exact, candidates);
  const best = parts && parts.likeness > (whole?.likeness ?? 0) ? parts : whole;
  return best && textOf(best.numbers, candidates, now.normal);
}

function candidatesFor(exact: string, before: SourceText | null, now: SourceText): Candidate[] {
  const known = new Set(
    before ? sentencesIn(before).map(({ start, end }) => before.normal.slice(start, end)) : [],
  );
  return sentencesIn(now).map(({ start, end }) => {
    const sentence = now.normal.slice(start, end);
    const isNew = !known.has(sentence) || !stop.test(sentence) || exact.includes(sentence);
    return { start, end, words: wordsOf(sentence), isNew };
  });
}

function nearestRun(sought: readonly string[], candidates: readonly Candidate[]): Find | null {
  let best: Find | null = null;
  for (let first = 0; first < candidates.length; first += 1) {
    const numbers: number[] = [];
    const words: string[] = [];
    for (let number = first; candidates[number]?.isNew; number += 1) {
      numbers.push(number);
      words.push(...(candidates[number]?.words ?? []));
      if (words.length > longestAlike * sought.length) break;
      const likeness = likenessOf(sought, words, best?.likeness ?? 0);
      if (likeness >= alike && likeness > (best?.likeness ?? 0)) {
        best = { numbers: [...numbers], likeness };
      }
    }
  }
  return best;
}

/**
 * Twice the shared words by all words, those in another order not counted; 0 for what is not alike, or
 * no more so than `least`.
 */
function likenessOf(sought: readonly string[], words: readonly string[], least: number): number {
  const all = sought.length + words.length;
  const known = new Set(sought);
  const most = (2 * Math.min(sought.length, words.filter((word) => known.has(word)).length)) / all;
  if (!(most >= alike && most > least)) return 0;
  const shared = wordDiff(sought.join(' '), words.join(' '))
    .filter(({ kind }) => kind === 'same')
    .reduce((sum, { text }) => sum + text.split(' ').length, 0);
  return (2 * shared) / all;
}

function nearestParts(exact: string, candidates: readonly Candidate[]): Find | null {
  const parts = sentencesOf(exact).map(({ start, end }) => wordsOf(exact.slice(start, end)));
  const total = parts.flat().length;
  const numbers = new Set<number>();
  let likeness = 0;
  for (const part of parts) {
    const found = nearestRun(part, candidates);
    found?.numbers.forEach((number) => numbers.add(number));
    likeness += ((found?.likeness ?? 0) * part.length) / total;
  }
  return numbers.size === 0
    ? null
    : { numbers: [...numbers].sort((one, other) => one - other), likeness };
}

function textOf(numbers: readonly number[], sentences: readonly Span[], normal: string): string {
  return numbers
    .map((number, index) => {
      const previous = numbers[index - 1];
      const between = previous === undefined ? '' : previous === number - 1 ? ' ' : gap;
      return between + normal.slice(sentences[number]?.start, sentences[number]?.end);
    })
    .join('');
}
