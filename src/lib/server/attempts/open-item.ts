import type { Say } from '../../messages/say.ts';
import { rulesFor } from '../../item-types/rules.ts';
import { certaintyMark, type Marking } from '../../quiz/certainty-marks.ts';
import { seededRandom } from '../../quiz/draw.ts';
import type { Revised } from '../../quiz/correction.ts';
import type { AttemptId, BankId, ItemId, OwnerId } from '../../quiz/ids.ts';
import type { Delivered, Item, ItemType, Review } from '../../quiz/item.ts';
import type { Rescore } from '../../quiz/rescore.ts';
import type { Evidence, Reveal } from '../../quiz/reveal.ts';
import type { AttemptContext } from './context.ts';
import { isReview } from '../record/review-attempt.ts';
import { comparedEvidence, revealItem } from './reveal-item.ts';
import { revisionSince } from './revision.ts';
import {
  drawSeedOf,
  findSitting,
  isKept,
  nextOpenQuestion,
  type Question,
  type Sitting,
} from './sitting.ts';

/** A type's own part of a question, before the answer. */
export type AskedItem = {
  [T in ItemType]: { readonly type: T; readonly delivered: Delivered<T> };
}[ItemType];

/** A type's own part of a question, after the answer: as it was asked, and what became of it. */
export type ReviewedItem = {
  [T in ItemType]: {
    readonly type: T;
    readonly delivered: Delivered<T>;
    readonly review: Review<T>;
  };
}[ItemType];

/** What a learner is told of a corrected score. */
export type RescoreNote = Pick<Rescore, 'kind' | 'reason'>;

interface QuestionPage {
  readonly attempt: AttemptId;
  readonly bank: { readonly id: BankId; readonly title: string; readonly language: string };
  /** From 1. */
  readonly position: number;
  readonly total: number;
  readonly answered: number;
  readonly stem: string;
  /** What is laid side by side before the options, the deciding words unmarked. */
  readonly compared: readonly Evidence[];
  /** How running text calls each source of the bank, by its id. */
  readonly sourceNames: Readonly<Record<string, string>>;
  /** Where an attempt in a class leads back to; null outside classes. */
  readonly home: string | null;
  /** What stands there; null outside classes. */
  readonly homeName: string | null;
}

/** What the learner gets of an item: before the answer nothing that tells the key, after it all. */
export type ItemPage =
  | (QuestionPage & {
      readonly kind: 'open';
      readonly version: number;
      readonly question: AskedItem;
      /** With certainty-based marking the certainty bears on the marks, and is always asked. */
      readonly marking: Marking;
      /** False where the class is not asked how sure it is. */
      readonly asksCertainty: boolean;
    })
  /** Answered in a class that sees what is right after it closes. */
  | (QuestionPage & {
      readonly kind: 'kept';
      readonly next: ItemId | null;
    })
  | (QuestionPage & {
      readonly kind: 'revealed';
      /** Null where the item is still as it was answered. */
      readonly revision: Revised | null;
      /** Null where the item was revised: the response is not of its present version. */
      readonly reviewed: ReviewedItem | null;
      /** What is asked now, where the item was revised. */
      readonly present: AskedItem | null;
      readonly reveal: Reveal;
      /** The first open question, or null once all are answered. */
      readonly next: ItemId | null;
      /** Null with plain marking. */
      readonly certaintyMark: number | null;
      /** True where the question was asked again from the record. */
      readonly isReview: boolean;
      /** What the class corrected of its score since, the oldest first. */
      readonly rescores: readonly RescoreNote[];
    })
  | { readonly kind: 'not-reached'; readonly open: ItemId }
  /** Not answered in time; the results say what counts. */
  | { readonly kind: 'closed' };

/** The page of an item in an attempt; null where there is no such thing for this owner. */
export async function openItem(
  context: AttemptContext,
  attemptId: string,
  itemId: string,
  owner: OwnerId | null,
): Promise<ItemPage | null> {
  const sitting = await findSitting(context, attemptId, owner);
  const question = sitting?.questions.find(({ item }) => item.id === itemId);
  if (!sitting || !question) return null;
  if (question.answer) {
    return isKept(sitting)
      ? keptPage(context, sitting, question)
      : revealedPage(context, sitting, question, question.answer);
  }
  if (sitting.assignment?.isOpen === false) return { kind: 'closed' };
  const open = nextOpenQuestion(sitting);
  if (open && open.position < question.position) return { kind: 'not-reached', open: open.item.id };
  return openPage(context, sitting, question);
}

function questionPage(
  { library }: AttemptContext,
  sitting: Sitting,
  question: Question,
): QuestionPage {
  const { bank, questions } = sitting;
  return {
    attempt: sitting.attempt.id,
    bank: { id: bank.id, title: bank.title, language: bank.language },
    position: question.position,
    total: questions.length,
    answered: questions.filter(({ answer }) => answer !== null).length,
    stem: question.item.stem,
    compared: comparedEvidence(library, question.item),
    sourceNames: Object.fromEntries(
      bank.sources.map((id) => [id, library.sources.get(id)?.shortName ?? id]),
    ),
    home: sitting.assignment?.home ?? null,
    homeName: sitting.assignment?.homeName ?? null,
  };
}

/** A type's own part of an item as it is asked in a draw. */
export function askItem(item: Item, seed: string, say: Say): AskedItem {
  const delivered = rulesFor(item).deliver(item, seededRandom(seed), say);
  return { type: item.type, delivered } as AskedItem;
}

/** A type's own part of an item as it was answered; null where the response fits it no more. */
export function reviewItem(
  item: Item,
  seed: string,
  stored: unknown,
  say: Say,
): ReviewedItem | null {
  const rules = rulesFor(item);
  const response = rules.restore(stored);
  if (response === null) return null;
  const delivered = rules.deliver(item, seededRandom(seed), say);
  const review = rules.review(item, seededRandom(seed), response, say);
  return { type: item.type, delivered, review } as ReviewedItem;
}

function openPage(context: AttemptContext, sitting: Sitting, question: Question): ItemPage {
  const { item } = question;
  return {
    kind: 'open',
    ...questionPage(context, sitting, question),
    version: item.version,
    question: askItem(item, drawSeedOf(sitting.attempt, item), context.say),
    marking: sitting.attempt.marking,
    asksCertainty: sitting.assignment?.certainty !== 'off',
  };
}

function keptPage(context: AttemptContext, sitting: Sitting, question: Question): ItemPage {
  return {
    kind: 'kept',
    ...questionPage(context, sitting, question),
    next: nextOpenQuestion(sitting)?.item.id ?? null,
  };
}

function revealedPage(
  context: AttemptContext,
  sitting: Sitting,
  question: Question,
  answer: NonNullable<Question['answer']>,
): ItemPage {
  const { item } = question;
  const { attempt } = sitting;
  const revision = revisionSince(item, answer);
  const isMarked = attempt.marking === 'certainty';
  return {
    kind: 'revealed',
    ...questionPage(context, sitting, question),
    revision,
    reviewed: revision
      ? null
      : reviewItem(item, drawSeedOf(attempt, item), answer.response, context.say),
    present: revision ? askItem(item, drawSeedOf(attempt, item), context.say) : null,
    reveal: revealItem(context, item, answer),
    next: nextOpenQuestion(sitting)?.item.id ?? null,
    certaintyMark: isMarked ? certaintyMark(answer, answer.certainty) : null,
    isReview: isReview(attempt),
    rescores: question.rescores.map(({ kind, reason }) => ({ kind, reason })),
  };
}
