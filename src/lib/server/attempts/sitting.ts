import { isAttemptId, isLearnerId, type AttemptId, type OwnerId } from '../../quiz/ids.ts';
import { isOpen, type Assignment } from '../../quiz/assignment.ts';
import type { Bank, Item } from '../../quiz/item.ts';
import type { Rescore } from '../../quiz/rescore.ts';
import type { Answer, Attempt } from '../storage/store.ts';
import type { AttemptContext } from './context.ts';
import { rescoredAnswer } from './rescored-answer.ts';

/** An item as it stands in one attempt. */
export interface Question {
  readonly item: Item;
  /** From 1. */
  readonly position: number;
  /** Null until it has been answered; as it is scored now, where its class had it corrected. */
  readonly answer: Answer | null;
  /** The corrections of its score that hold in its class. */
  readonly rescores: readonly Rescore[];
  /** True where it counts neither for nor against, since its class dropped it. */
  readonly isDropped: boolean;
}

/** What a class decided of an attempt. */
export interface SittingAssignment extends Pick<
  Assignment,
  'id' | 'classId' | 'title' | 'feedback' | 'certainty'
> {
  /** True while it takes this learner's answers. */
  readonly isOpen: boolean;
  /** Where the attempt leads back to: the learner's class, or the assignment that is being tried out. */
  readonly home: string;
  /** What stands there: the class's name, or the assignment's title. */
  readonly homeName: string;
}

/** One attempt joined with its bank: server only, since it holds the keys. */
export interface Sitting {
  readonly attempt: Attempt;
  readonly bank: Bank;
  /** Null outside classes. */
  readonly assignment: SittingAssignment | null;
  /** In the order of the attempt; an item that its bank has withdrawn since is left out. */
  readonly questions: readonly Question[];
}

/**
 * The owner's attempt, joined; null where the id is malformed, unknown, somebody else's, or its bank
 * is not being served. A learner of a class is its owner at every browser where the learner has come
 * forward. Every page and action of an attempt goes through here: this is the guard.
 */
export async function findSitting(
  context: AttemptContext,
  attemptId: string,
  owner: OwnerId | null,
): Promise<Sitting | null> {
  if (owner === null || !isAttemptId(attemptId)) return null;
  const attempt = await context.store.findAttempt(attemptId, owner);
  const bank = attempt && context.library.banks.get(attempt.bankId);
  if (!attempt || !bank) return null;
  const given = await findAssignment(context, attempt, owner);
  if (attempt.inClass && !given) return null;
  const rescores = given?.rescores ?? [];
  const answers = await context.store.listAnswers(attemptId, attempt.owner);
  const questions = joinQuestions(attempt, bank, answers, rescores);
  return { attempt, bank, assignment: given?.assignment ?? null, questions };
}

/** An attempt outside classes that is not stored yet, joined with its bank. */
export function unbegunSitting(attempt: Attempt, bank: Bank): Sitting {
  return { attempt, bank, assignment: null, questions: joinQuestions(attempt, bank, [], []) };
}

function joinQuestions(
  { itemIds }: Attempt,
  { items }: Bank,
  answers: readonly Answer[],
  rescores: readonly Rescore[],
): Question[] {
  const answerOf = new Map(answers.map((answer) => [answer.itemId, answer]));
  const itemOf = new Map(items.map((item) => [item.id, item]));
  const questions: Question[] = [];
  for (const itemId of itemIds) {
    const item = itemOf.get(itemId);
    if (!item) continue;
    const position = questions.length + 1;
    const answer = answerOf.get(itemId) ?? null;
    questions.push({ item, position, ...rescoredAnswer(item, answer, rescores) });
  }
  return questions;
}

async function findAssignment(
  { now, store }: AttemptContext,
  { inClass, owner }: Attempt,
  browser: OwnerId,
) {
  const found = inClass && (await store.classes.findAssignment(inClass.assignmentId, now()));
  if (!found) return null;
  const { id, classId, title, feedback, certainty } = found;
  const learner: string = owner;
  const isLearner = isLearnerId(learner);
  const classroom = isLearner ? await store.classes.findJoinedClass(browser, classId) : null;
  const allowance = isLearner ? await store.classes.findAllowance(id, learner) : null;
  return {
    assignment: {
      id,
      classId,
      title,
      feedback,
      certainty,
      isOpen: isOpen(found, now(), allowance),
      home: isLearner ? `/classes/${classId}` : `/teach/assignments/${id}`,
      homeName: classroom?.name ?? title,
    },
    rescores: await store.classes.listRescores(id),
  };
}

/** True while what is right is kept back until the class's assignment closes. */
export function isKept({ assignment }: Pick<Sitting, 'assignment'>): boolean {
  return assignment !== null && assignment.feedback === 'after-close' && assignment.isOpen;
}

/** True where nothing is left to answer, or nothing is taken any more. */
export function isOver(sitting: Sitting): boolean {
  return nextOpenQuestion(sitting) === null;
}

/** The first question that can be answered; null once all are, or the class has closed. */
export function nextOpenQuestion(sitting: Sitting): Question | null {
  if (sitting.assignment?.isOpen === false) return null;
  return sitting.questions.find((question) => question.answer === null) ?? null;
}

/** A new attempt's id. */
export function makeAttemptId(context: AttemptContext): AttemptId {
  return `att_${context.randomText(26)}` as AttemptId;
}
