import type { Account } from './account.ts';
import { joinWords } from './join-words.ts';
import { gradeWords, type Grade } from './outcome.ts';
import { verdictNames, type VerdictLabel } from './verdict-label.ts';

/** What the sources say of the claim, by its verdict; `names` are the sources that were quoted. */
function claimWords(claim: VerdictLabel, names: string): string {
  switch (claim) {
    case 'supported':
      return `the claim is supported by ${names}`;
    case 'refuted':
      return `the claim is contradicted by ${names}`;
    case 'conflicting':
      return `the sources disagree: ${names}`;
    case 'not-stated':
      return 'no source searched states the claim';
  }
}

/** Characters of an answer from which on it is told by its brief form. */
const longestAnswer = 120;

/** How the passages carry the answer: they state it, or it follows from them. */
export type Manner = 'stated' | 'shown';

/**
 * The one sentence that a learner meets first after answering: verdict, right answer, source. It
 * speaks of the answer or the claim, not of the person. `sources` are those whose passages prove it.
 */
export function verdictSentence(
  grade: Grade,
  account: Account,
  sources: readonly string[],
  manner: Manner = 'stated',
): string {
  const names = joinWords(sources);
  const rest = grade === 'partly' && account.shortfall ? `; ${account.shortfall}` : '';
  if (account.claim) {
    const { key, given } = account.claim;
    const answered = given === key ? '' : `; you answered “${verdictNames[given]}”`;
    return `${gradeWords[grade]}: ${claimWords(key, names)}${answered || rest}.`;
  }
  const isLong = account.answer.length > longestAnswer;
  const words = (isLong && account.brief) || account.answer;
  const answer = grade === 'right' ? words : `the answer is ${words}`;
  const carried = manner === 'stated' ? `according to ${names}` : `as shown by ${names}`;
  return `${gradeWords[grade]}: ${answer}${names ? `, ${carried}` : ''}${rest}.`;
}
