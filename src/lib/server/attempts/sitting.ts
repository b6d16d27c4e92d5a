import { isAttemptId, type AttemptId, type OwnerId } from '../../quiz/ids.ts';
import type { Bank, Item } from '../../quiz/item.ts';
import type { Answer, Attempt } from '../storage/store.ts';
import type { AttemptContext } from './context.ts';

/** An item as it stands in one attempt. */
export interface Question {
  readonly item: Item;
  /** From 1. */
  readonly position: number;
  /** Null until it has been answered. */
  readonly answer: Answer | null;
}

/** One attempt joined with its bank: server only, since it holds the keys. */
export interface Sitting {
  readonly attempt: Attempt;
  readonly bank: Bank;
  /** In the order of the attempt; an item that its bank has withdrawn since is left out. */
  readonly questions: readonly Question[];
}

/**
 * The owner's attempt, joined; null where the id is malformed, unknown, somebody else's, or its bank
 * is not being served. Every page and action of an attempt goes through here: this is the guard.
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
  const answers = await context.store.listAnswers(attemptId, owner);
  const answerOf = new Map(answers.map((answer) => [answer.itemId, answer]));
  const itemOf = new Map(bank.items.map((item) => [item.id, item]));
  const questions: Question[] = [];
  for (const itemId of attempt.itemIds) {
    const item = itemOf.get(itemId);
    if (!item) continue;
    const position = questions.length + 1;
    questions.push({ item, position, answer: answerOf.get(itemId) ?? null });
  }
  return { attempt, bank, questions };
}

/** The first question without an answer; null once all are answered. */
export function nextOpenQuestion(sitting: Sitting): Question | null {
  return sitting.questions.find((question) => question.answer === null) ?? null;
}

/** The seed of an item's draw in an attempt: the same options in the same order at every visit. */
export function drawSeedOf(attempt: Pick<Attempt, 'seed'>, item: Pick<Item, 'id'>): string {
  return `${attempt.seed}/${item.id}`;
}

/** A new attempt's id. */
export function makeAttemptId(context: AttemptContext): AttemptId {
  return `att_${context.randomText(26)}` as AttemptId;
}
