import type { TravelPassage, TravelQuestion } from '../question.ts';
import type { Gaps } from './gaps.ts';
import { sourceIdOf } from './write-passage.ts';

/** Misses the passages that an answer needs: a claim as many as its verdict says, all else one. */
export function reportUnproved(question: TravelQuestion, { miss }: Gaps): void {
  const evidence = evidenceOf(question);
  if (evidence.length === 0) {
    miss('No passage proves its answer: find it, and write `> [source] The sentence.`');
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
