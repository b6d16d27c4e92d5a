import type { AttemptId, BankId, ItemId, OwnerId } from '../../src/lib/quiz/ids.ts';
import type { Answer, Attempt, ProblemReport } from '../../src/lib/server/storage/store.ts';

export const owner = 'a'.repeat(64) as OwnerId;
export const stranger = 'b'.repeat(64) as OwnerId;
const bank = 'storm' as BankId;

export function makeAttempt(part: Partial<Attempt> = {}): Attempt {
  return {
    id: `att_${'a'.repeat(26)}` as AttemptId,
    owner,
    bankId: bank,
    seed: 'seed',
    itemIds: ['repairs', 'households'] as ItemId[],
    retryOf: null,
    marking: 'plain',
    inClass: null,
    startedAt: 1000,
    ...part,
  };
}

export function makeAnswer(part: Partial<Answer> = {}): Answer {
  return {
    attemptId: makeAttempt().id,
    itemId: 'repairs' as ItemId,
    itemVersion: 1,
    response: { option: 'b' },
    points: 1,
    maxPoints: 1,
    correct: true,
    certainty: 90,
    chance: 0.25,
    inWords: { given: 'Until Tuesday', right: '“Until Tuesday”' },
    answeredAt: 2000,
    ...part,
  };
}

export function makeReport(part: Partial<ProblemReport> = {}): ProblemReport {
  return {
    id: 'rep_1',
    bankId: bank,
    itemId: 'repairs' as ItemId,
    itemVersion: 3,
    response: { option: 'a' },
    comment: 'The key is wrong.',
    createdAt: 10,
    classId: null,
    ...part,
  };
}
