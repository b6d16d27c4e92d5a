import { resultRow, type ResultRow } from '../../item-types/result-row.ts';
import { rulesFor } from '../../item-types/rules.ts';
import { scoredAnswer } from '../../item-types/scored-answer.ts';
import type { AttemptId, BankId, ItemId, OwnerId } from '../../quiz/ids.ts';
import { certaintyMark, levelMarks } from '../../quiz/certainty-marks.ts';
import { pointsText, resultsOf, type Results } from '../../quiz/results.ts';
import type { Answer } from '../storage/store.ts';
import type { AttemptContext } from './context.ts';
import type { RescoreNote } from '../../quiz/item-page.ts';
import { findSitting, isKept, nextOpenQuestion, type Question, type Sitting } from './sitting.ts';

/** A question whose score the class had corrected, and why. */
export interface Correction extends RescoreNote {
  readonly position: number;
  readonly stem: string;
}

/** The results of a finished attempt, or where an unfinished one goes on. */
export type ResultsPage =
  | { readonly kind: 'unfinished'; readonly open: ItemId }
  /** All is answered, and what is right comes after the class has closed. */
  | { readonly kind: 'kept'; readonly home: string }
  | {
      readonly kind: 'results';
      readonly attempt: AttemptId;
      readonly bank: { readonly id: BankId; readonly title: string; readonly language: string };
      readonly points: string;
      readonly maxPoints: string;
      readonly results: Results<ItemId>;
      /** The sum of the certainty marks and the most that could be had; null with plain marking. */
      readonly certaintyMarks: { readonly marks: string; readonly most: number } | null;
      readonly questions: readonly ResultRow[];
      /** The day of the last answer: ISO 8601, UTC. */
      readonly answeredOn: string;
      /** Where an attempt in a class leads back to; null outside classes. */
      readonly home: string | null;
      /** What stands there; null outside classes. */
      readonly homeName: string | null;
      /** Questions that were still open when the class closed: they earn nothing. */
      readonly notReached: number;
      /** What they could have earned. */
      readonly notReachedPoints: number;
      /** What the class corrected since, by question. */
      readonly corrections: readonly Correction[];
      /** False where the class was not asked how sure it is. */
      readonly asksCertainty: boolean;
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
  if (sitting.assignment && isKept(sitting)) {
    return { kind: 'kept', home: sitting.assignment.home };
  }
  const answered = answeredQuestions(sitting);
  const results = resultsOf(
    answered.map(({ item, answer }) => scoredAnswer(context, item.id, item, answer)),
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
    maxPoints: pointsText(results.maxPoints + missedPoints(sitting)),
    results,
    certaintyMarks: certaintyMarksOf(sitting, answered),
    questions: answered.map((question) => resultRow(context, question)),
    answeredOn: new Date(last).toISOString().slice(0, 10),
    home: sitting.assignment?.home ?? null,
    homeName: sitting.assignment?.homeName ?? null,
    notReached: missedQuestions(sitting).length,
    notReachedPoints: missedPoints(sitting),
    corrections: correctionsOf(sitting),
    asksCertainty: sitting.assignment?.certainty !== 'off',
  };
}

function certaintyMarksOf({ attempt }: Sitting, answered: readonly Answered[]) {
  if (attempt.marking === 'plain') return null;
  const marks = answered.map(({ answer }) => certaintyMark(answer, answer.certainty));
  return {
    marks: pointsText(marks.reduce((sum, mark) => sum + mark, 0)),
    most: answered.length * levelMarks[3].right,
  };
}

/** What the questions that were not reached would have earned. */
function missedPoints(sitting: Sitting): number {
  return missedQuestions(sitting).reduce(
    (sum, { item }) => sum + rulesFor(item).tabled.maxPoints,
    0,
  );
}

function missedQuestions({ questions }: Sitting): Question[] {
  return questions.filter(({ answer, isDropped }) => answer === null && !isDropped);
}

function correctionsOf({ questions }: Sitting): Correction[] {
  return questions.flatMap(({ item, position, rescores }) =>
    rescores.map(({ kind, reason }) => ({ position, stem: item.stem, kind, reason })),
  );
}

interface Answered {
  readonly item: Sitting['questions'][number]['item'];
  readonly position: number;
  readonly answer: Answer;
}

function answeredQuestions({ questions }: Sitting): Answered[] {
  return questions.flatMap(({ item, position, answer, isDropped }) =>
    answer && !isDropped ? [{ item, position, answer }] : [],
  );
}
