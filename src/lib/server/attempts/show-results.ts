import type { AttemptId, BankId, ItemId, OwnerId } from '../../quiz/ids.ts';
import { gradeOf, type Grade } from '../../quiz/outcome.ts';
import { pointsText, resultsOf, type MisreadingGroup, type Results } from '../../quiz/results.ts';
import type { Evidence } from '../../quiz/reveal.ts';
import type { Answer } from '../storage/store.ts';
import type { AttemptContext } from './context.ts';
import { accountOf, evidenceOf } from './reveal-item.ts';
import { findSitting, nextOpenQuestion, type Sitting } from './sitting.ts';

/** An answered question in the results. */
export interface ResultRow {
  readonly id: ItemId;
  readonly position: number;
  readonly stem: string;
  readonly grade: Grade;
  /** Empty where the response no longer fits the item. */
  readonly given: string;
  readonly answer: string;
  readonly evidence: readonly Evidence[];
}

/** The results of a finished attempt, or where an unfinished one goes on. */
export type ResultsPage =
  | { readonly kind: 'unfinished'; readonly open: ItemId }
  | {
      readonly kind: 'results';
      readonly attempt: AttemptId;
      readonly bank: { readonly id: BankId; readonly title: string; readonly language: string };
      readonly points: string;
      readonly maxPoints: string;
      readonly right: number;
      readonly total: number;
      readonly missed: number;
      readonly misreadings: readonly MisreadingGroup[];
      readonly questions: readonly ResultRow[];
      /** The day of the last answer: ISO 8601, UTC. */
      readonly answeredOn: string;
    };

/** The results of the owner's attempt; null where there is no such attempt for this owner. */
export async function showResults(
  context: AttemptContext,
  attemptId: string,
  owner: OwnerId | null,
): Promise<ResultsPage | null> {
  const sitting = await findSitting(context, attemptId, owner);
  if (!sitting) return null;
  const open = nextOpenQuestion(sitting);
  if (open) return { kind: 'unfinished', open: open.item.id };
  const answered = answeredQuestions(sitting);
  const results: Results = resultsOf(
    answered.map(({ item, answer }) => ({
      itemId: item.id,
      outcome: answer,
      misreadings: accountOf(item, answer).misreadings,
    })),
  );
  const { bank } = sitting;
  const last = Math.max(
    sitting.attempt.startedAt,
    ...answered.map(({ answer }) => answer.answeredAt),
  );
  return {
    kind: 'results',
    attempt: sitting.attempt.id,
    bank: { id: bank.id, title: bank.title, language: bank.language },
    points: pointsText(results.points),
    maxPoints: pointsText(results.maxPoints),
    right: results.right,
    total: results.total,
    missed: results.missed.length,
    misreadings: results.misreadings,
    questions: answered.map((question) => resultRow(context, question)),
    answeredOn: new Date(last).toISOString().slice(0, 10),
  };
}

interface Answered {
  readonly item: Sitting['questions'][number]['item'];
  readonly position: number;
  readonly answer: Answer;
}

function answeredQuestions({ questions }: Sitting): Answered[] {
  return questions.flatMap(({ item, position, answer }) =>
    answer ? [{ item, position, answer }] : [],
  );
}

function resultRow(context: AttemptContext, { item, position, answer }: Answered): ResultRow {
  const account = accountOf(item, answer);
  return {
    id: item.id,
    position,
    stem: item.stem,
    grade: gradeOf(answer),
    given: account.given,
    answer: account.answer,
    evidence: evidenceOf(context.library, item),
  };
}
