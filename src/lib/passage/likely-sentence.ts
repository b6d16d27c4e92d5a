import type { SourceId } from './source.ts';
import { sentencesIn, type SourceText } from './source-text.ts';
import { wordsOf } from './words.ts';

/** A sentence that may prove an answer, by its words alone: to be read, never to count as evidence. */
export interface LikelySentence {
  readonly source: SourceId;
  readonly text: string;
}

/** What is asked, and what is right; empty where the stem says it all, as a claim does. */
export interface SoughtAnswer {
  readonly stem: string;
  readonly answer: string;
}

/** The share of what is sought, rare words weighing more, that a sentence has at least. */
const leastShare = { answer: 0.4, stem: 0.1, claim: 0.3 };

/** Finds for answers the sentence of some sources that is most likely to prove them; null for none. */
export function likelySentenceFinder(
  texts: ReadonlyMap<SourceId, SourceText>,
): (sought: SoughtAnswer) => LikelySentence | null {
  const sentences = [...texts].flatMap(([source, text]) =>
    sentencesIn(text).map(({ start, end }) => {
      const written = text.normal.slice(start, end);
      return { source, text: written, words: new Set(plainWordsOf(written)) };
    }),
  );
  const counts = new Map<string, number>();
  for (const { words } of sentences) {
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const weightOf = (word: string) => Math.log(1 + sentences.length / (counts.get(word) ?? 0.5));
  const weigh = (words: Iterable<string>) =>
    [...words].reduce((sum, word) => sum + weightOf(word), 0);
  return ({ answer, stem }) => {
    const sought = new Set(plainWordsOf(answer));
    const asked = new Set(plainWordsOf(stem).filter((word) => !sought.has(word)));
    const [whole, context] = [weigh(sought), weigh(asked)];
    let likely: {
      readonly text: string;
      readonly source: SourceId;
      readonly score: number;
    } | null = null;
    for (const { source, text, words } of sentences) {
      const found = (of: ReadonlySet<string>) => weigh([...of].filter((word) => words.has(word)));
      const ofAnswer = whole === 0 ? 1 : found(sought) / whole;
      const ofStem = context === 0 ? 0 : found(asked) / context;
      const least = whole === 0 ? leastShare.claim : leastShare.stem;
      if (ofAnswer < leastShare.answer || ofStem < least) continue;
      const score = ofAnswer + ofStem;
      if (score > (likely?.score ?? 0)) likely = { source, text, score };
    }
    return likely && { source: likely.source, text: likely.text };
  };
}

/** Words without the signs that set thousands off: 480,000 is as 480000. */
function plainWordsOf(text: string): string[] {
  return wordsOf(text.replace(/(?<=\d)[,.’'\u00A0\u202F](?=\d{3}(?!\d))/g, ''));
}
