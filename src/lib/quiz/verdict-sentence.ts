import type { Say } from '../messages/say.ts';
import type { Account } from './account.ts';
import { joinWords } from './join-words.ts';
import type { Grade } from './outcome.ts';
import type { VerdictLabel } from './verdict-label.ts';

/** Characters of an answer from which on it is told by its brief form. */
const longestAnswer = 120;

/** How the passages carry the answer: they state it, or it follows from them. */
export type Manner = 'stated' | 'shown';

/** Those whose passages prove an answer, by the names that running text calls them, and how. */
export interface Proof {
  readonly sources: readonly string[];
  readonly manner: Manner;
}

/**
 * The one sentence that a learner meets first after answering: verdict, right answer, source. It
 * speaks of the answer or the claim, not of the person.
 */
export function verdictSentence(grade: Grade, account: Account, proof: Proof, say: Say): string {
  const sources = joinWords(proof.sources, say);
  const shortfall = (grade === 'partly' && account.shortfall) || '';
  const lack = shortfall === '' ? 'nothing' : 'shortfall';
  if (account.claim) {
    const { key, given } = account.claim;
    const more = given === key ? lack : 'given';
    const values = { grade, verdict: key, sources, shortfall, given: say(`verdict.${given}`) };
    return say('sentence.claim', { ...values, more });
  }
  const values = answerValues(account, proof, say);
  return say('sentence.answer', { ...values, grade, shortfall, more: lack });
}

/** The same of an answer to an earlier version: how it was graded then, and what is right now. */
export function revisedSentence(grade: Grade, account: Account, proof: Proof, say: Say): string {
  return say('sentence.revised', { ...answerValues(account, proof, say), grade });
}

/**
 * What is right, by itself, said to a class that gave many answers: of a claim, the verdict (`claim`),
 * of any other item the answer in words.
 */
export function answerSentence(
  account: Pick<Account, 'answer' | 'brief'>,
  claim: VerdictLabel | null,
  proof: Proof,
  say: Say,
): string {
  const values = answerValues(account, proof, say);
  return claim === null
    ? say('sentence.shown', values)
    : say('sentence.shownClaim', { sources: values.sources, verdict: claim });
}

function answerValues(account: Pick<Account, 'answer' | 'brief'>, proof: Proof, say: Say) {
  const sources = joinWords(proof.sources, say);
  const isLong = account.answer.length > longestAnswer;
  const answer = (isLong && account.brief) || account.answer;
  return { answer, sources, manner: sources === '' ? 'none' : proof.manner };
}
