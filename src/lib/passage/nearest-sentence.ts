import { sentencesOf } from './sentences.ts';
import { sentencesIn, type SourceText } from './source-text.ts';
import { wordsOf } from './words.ts';

/** The sentence of a source that is most like a quotation that was not found in it. */
export interface NearestSentence {
  readonly text: string;
  /** From 0 to 1: the share of words that both have (Dice's coefficient). */
  readonly likeness: number;
}

function likenessOf(one: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of other) {
    const left = counts.get(word) ?? 0;
    if (left > 0) shared += 1;
    counts.set(word, left - 1);
  }
  return one.length + other.length === 0 ? 0 : (2 * shared) / (one.length + other.length);
}

/**
 * The stretch of as many sentences as the quotation has that is most like it; null where no word is
 * shared. For messages only: a passage passes when it is found, never when something is near.
 */
export function nearestSentence(text: SourceText, exact: string): NearestSentence | null {
  const sought = wordsOf(exact);
  const sentences = sentencesIn(text);
  const more = sentencesOf(exact).length - 1;
  let nearest: NearestSentence | null = null;
  for (const [index, { start }] of sentences.entries()) {
    const stretch = text.normal.slice(start, sentences[index + more]?.end ?? text.normal.length);
    const likeness = likenessOf(sought, wordsOf(stretch));
    if (likeness > (nearest?.likeness ?? 0)) nearest = { text: stretch, likeness };
  }
  return nearest;
}
