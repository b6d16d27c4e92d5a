import { askItem, reviewItem } from '../../item-types/asked-item.ts';
import { comparedEvidence, revealItem } from '../../item-types/reveal-item.ts';
import { certaintyMark } from '../../quiz/certainty-marks.ts';
import { drawSeedOf } from '../../quiz/draw.ts';
import type { OwnerId } from '../../quiz/ids.ts';
import type { ItemPage, QuestionPage } from '../../quiz/item-page.ts';
import { revisionSince } from '../../quiz/revision.ts';
import type { AttemptContext } from './context.ts';
import { isReview } from '../record/review-attempt.ts';
import { findSitting, isKept, nextOpenQuestion, type Question, type Sitting } from './sitting.ts';

/** The page of an item in an attempt; null where there is no such thing for this owner. */
export async function openItem(
  context: AttemptContext,
  attemptId: string,
  itemId: string,
  owner: OwnerId | null,
): Promise<ItemPage | null> {
  const sitting = await findSitting(context, attemptId, owner);
  return sitting && itemPage(context, sitting, itemId);
}

/** The page of an item in a sitting, whoever's it is; null where it has no such item. */
export function itemPage(
  context: AttemptContext,
  sitting: Sitting,
  itemId: string,
): ItemPage | null {
  const question = sitting.questions.find(({ item }) => item.id === itemId);
  if (!question) return null;
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
