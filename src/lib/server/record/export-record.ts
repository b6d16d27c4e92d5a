import { probabilityOf } from '../../quiz/certainty.ts';
import type { OwnerId } from '../../quiz/ids.ts';
import type { AttemptContext } from '../attempts/context.ts';
import type { OwnedAnswer } from '../storage/store.ts';

/**
 * Everything that is stored of a browser's answers, as JSON for whoever gave them: attempts with
 * their answers, times in ISO 8601 UTC. It holds nothing that lets others act as this browser.
 */
export async function exportRecord(
  { store, now }: Pick<AttemptContext, 'store' | 'now'>,
  owner: OwnerId | null,
): Promise<string> {
  const attempts = owner ? await store.listAttempts(owner) : [];
  const answers = owner ? await store.listAnswered(owner, now()) : [];
  const byAttempt = Map.groupBy(answers, ({ attemptId }) => attemptId);
  const record = {
    format: 'verbatim-record',
    version: 1,
    exportedAt: timeText(now()),
    attempts: attempts.map(({ attempt }) => ({
      id: attempt.id,
      bank: attempt.bankId,
      marking: attempt.marking,
      startedAt: timeText(attempt.startedAt),
      items: attempt.itemIds,
      answers: (byAttempt.get(attempt.id) ?? []).map(exportedAnswer),
    })),
  };
  return `${JSON.stringify(record, null, 2)}\n`;
}

function exportedAnswer(answer: OwnedAnswer) {
  const { certainty, chance } = answer;
  return {
    item: answer.itemId,
    version: answer.itemVersion,
    response: answer.response,
    given: answer.inWords?.given ?? null,
    rightAnswer: answer.inWords?.right ?? null,
    points: answer.points,
    maxPoints: answer.maxPoints,
    correct: answer.correct,
    certainty,
    probability: certainty === null || chance === null ? null : probabilityOf(certainty, chance),
    answeredAt: timeText(answer.answeredAt),
  };
}

function timeText(time: number): string {
  return new Date(time).toISOString();
}
