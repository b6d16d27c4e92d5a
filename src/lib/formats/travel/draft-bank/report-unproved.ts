import type { LikelySentence, SoughtAnswer } from '../../../passage/likely-sentence.ts';
import type { TravelPassage, TravelQuestion } from '../question.ts';
import type { Gaps } from './gaps.ts';
import { soughtAnswer } from './sought-answer.ts';
import { sourceIdOf } from './write-passage.ts';

/** Guesses which sentence of the articles at hand proves an answer. */
export type Guess = (sought: SoughtAnswer) => LikelySentence | null;

/** Misses the passages that an answer needs: a claim as many as its verdict says, all else one. */
export function reportUnproved(question: TravelQuestion, { miss }: Gaps, guess: Guess): void {
  const evidence = evidenceOf(question);
  if (evidence.length === 0) {
    const mend = 'No passage proves its answer: find it, and write `> [source] The sentence.`';
    miss(`${mend}${guessed(question, guess)}`);
  }
  const verdict = verdictOf(question);
  if (verdict === 'not-stated') {
    reportUnsearched(question, { miss });
  } else if (verdict !== null && evidence.length > 0) {
    const proving = evidence.filter(({ near }) => !near).length;
    if (proving >= (verdict === 'conflicting' ? 2 : 1)) return;
    miss('Its verdict needs more passages: write `> [source] The sentence.`');
  }
}

/** A guess in words that nobody takes for evidence; empty where there is none. */
function guessed(question: TravelQuestion, guess: Guess): string {
  const sought = soughtAnswer(question);
  const likely = sought && guess(sought);
  if (!likely) return '';
  return ` Perhaps it is this one of “${likely.source}”, a guess by its words alone, to be read and judged: “${likely.text}”`;
}

function reportUnsearched(question: TravelQuestion, { miss }: Pick<Gaps, 'miss'>): void {
  if (question.type === 'verdict-with-evidence') {
    miss('What is not stated has no sentence that shows it: take out `pick:` and the sentences.');
  }
  if (question.searched.every((each) => sourceIdOf(each) === null)) {
    miss('It does not say where you searched: write `searched: source, source`.');
  }
}

function evidenceOf(question: TravelQuestion): TravelPassage[] {
  if (!('sentences' in question)) return [...question.passages];
  const { groups, passages, sentences } = question;
  const proof = sentences.filter(({ id }) => groups.some((group) => group.includes(id)));
  return [...passages, ...proof.map(({ passage }) => passage)];
}

function verdictOf(question: TravelQuestion): string | null {
  if (question.type !== 'verdict' && question.type !== 'verdict-with-evidence') return null;
  return question.options.find(({ isKey }) => isKey)?.id ?? null;
}
