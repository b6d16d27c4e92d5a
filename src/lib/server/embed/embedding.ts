import type { Fields } from '../../item-types/contract.ts';
import type { DeliveryOptions } from '../../quiz/delivery-options.ts';
import type { AttemptId, ItemId, OwnerId } from '../../quiz/ids.ts';
import type { ItemPage, KeptPage, OpenPage, RevealedPage } from '../../quiz/item-page.ts';
import { answerItem, type AnswerResult } from '../attempts/answer-item.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { itemPage, openItem } from '../attempts/open-item.ts';
import { isCurrent, scoreFields } from '../../item-types/score-fields.ts';
import { showResults, type ResultsPage } from '../attempts/show-results.ts';
import { findSitting, isOver, nextOpenQuestion, type Sitting } from '../attempts/sitting.ts';
import { firstSitting, nextAttempt, nextAttemptId, type EmbedWhere } from './embedded-attempt.ts';

/** Where a quiz in a frame stands: at an item, at its end, or at an end that shows nothing yet. */
export type EmbedPage =
  | {
      readonly kind: 'item';
      readonly itemId: ItemId;
      readonly page: OpenPage | KeptPage | RevealedPage;
    }
  | { readonly kind: 'results'; readonly page: EndPage }
  | { readonly kind: 'kept' };

/** The results of an attempt that is over. */
export type EndPage = Extract<ResultsPage, { kind: 'results' }>;

/** One item of an attempt that may be unstored as yet: then it is the first at this bank. */
export interface EmbedItemWhere extends Omit<EmbedWhere, 'owner' | 'bankId'> {
  readonly attemptId: string;
  readonly itemId: string;
  readonly owner: OwnerId | null;
  /** Null where the address names none; only a stored attempt can be meant then. */
  readonly bankId: string | null;
}

/** Where the owner's newest attempt at an embedded bank stands; null where no such bank is served. */
export async function openEmbed(
  context: AttemptContext,
  where: EmbedWhere,
): Promise<EmbedPage | null> {
  const first = firstSitting(context, where);
  if (!first) return null;
  return standing(context, (await findNewest(context, first.attempt.id, where.owner)) ?? first);
}

/** Where a stored attempt stands; null where there is none for this owner. */
export async function openEmbeddedAttempt(
  context: AttemptContext,
  attemptId: string,
  owner: OwnerId | null,
): Promise<EmbedPage | null> {
  const sitting = await findSitting(context, attemptId, owner);
  return sitting && standing(context, sitting);
}

async function standing(context: AttemptContext, sitting: Sitting): Promise<EmbedPage | null> {
  const open = nextOpenQuestion(sitting)?.item.id;
  if (open !== undefined) {
    const page = itemPage(context, sitting, open);
    return page?.kind === 'open' ? { kind: 'item', itemId: open, page } : null;
  }
  const page = await showResults(context, sitting.attempt.id, sitting.attempt.owner);
  if (page?.kind === 'kept') return { kind: 'kept' };
  return page?.kind === 'results' ? { kind: 'results', page } : null;
}

/**
 * The last of the owner's attempts that came one after the other; null where none is stored. Each is
 * stored after the one before, so that steps twice as long, and then half as long, find it: a chain of
 * thousands, which anybody can make, costs a few questions to the store.
 */
async function findNewest(
  context: AttemptContext,
  firstId: AttemptId,
  owner: OwnerId,
): Promise<Sitting | null> {
  const ids = [firstId];
  const idAt = (place: number): AttemptId => {
    let last = ids.at(-1) ?? firstId;
    while (ids.length <= place) ids.push((last = nextAttemptId(last, owner)));
    return ids[place] ?? last;
  };
  const isStored = async (place: number) =>
    (await context.store.findAttempt(idAt(place), owner)) !== null;
  if (!(await isStored(0))) return null;
  let [newest, beyond] = [0, 1];
  while (await isStored(beyond)) [newest, beyond] = [beyond, 2 * beyond];
  while (beyond - newest > 1) {
    const middle = Math.floor((newest + beyond) / 2);
    if (await isStored(middle)) newest = middle;
    else beyond = middle;
  }
  return findSitting(context, idAt(newest), owner);
}

/** The page of an item in an attempt, stored or not; null where there is no such thing for this owner. */
export async function openEmbeddedItem(
  context: AttemptContext,
  where: EmbedItemWhere,
): Promise<ItemPage | null> {
  const { attemptId, itemId, owner } = where;
  const page = await openItem(context, attemptId, itemId, owner);
  if (page) return page;
  const unbegun = await findUnbegun(context, where);
  return unbegun && itemPage(context, unbegun, itemId);
}

/** Scores an answer and stores it; the first answer of an attempt stores the attempt too. */
export async function answerEmbedded(
  context: AttemptContext,
  where: EmbedItemWhere,
  fields: Fields,
): Promise<AnswerResult> {
  const { attemptId, itemId, owner } = where;
  const unbegun = await findUnbegun(context, where);
  if (unbegun) {
    const refused = refusedFirst(context, unbegun, itemId, fields);
    if (refused) return refused;
    await context.store.createAttempt({ ...unbegun.attempt, startedAt: context.now() });
  }
  return answerItem(context, { attemptId, itemId, owner }, fields);
}

/** Why a first answer can't be taken: nothing is stored of it then; null where it can. */
function refusedFirst(
  context: AttemptContext,
  { attempt, questions }: Sitting,
  itemId: string,
  fields: Fields,
): AnswerResult | null {
  const [first] = questions;
  if (!first || !questions.some(({ item }) => item.id === itemId)) return { kind: 'unknown' };
  const { item } = first;
  if (item.id !== itemId) return { kind: 'not-reached', open: item.id };
  if (!isCurrent(item, fields)) return { kind: 'revised' };
  const scored = scoreFields(attempt, item, fields, context.say);
  return scored.ok ? null : { kind: 'unreadable', message: scored.message };
}

/** The attempt that an address means, where it is the owner's first and nothing is stored of it. */
async function findUnbegun(
  context: AttemptContext,
  { attemptId, bankId, options, owner }: EmbedItemWhere,
): Promise<Sitting | null> {
  if (owner === null || bankId === null) return null;
  const first = firstSitting(context, { bankId, options, owner });
  if (first?.attempt.id !== attemptId) return null;
  return (await context.store.findAttempt(first.attempt.id, owner)) ? null : first;
}

/**
 * Starts the attempt that comes after one which is over, at the same bank with these options; null
 * where that is not the owner's, is not over, or belongs to a class, which gives attempts itself.
 */
export async function embedAgain(
  context: AttemptContext,
  attemptId: string,
  owner: OwnerId | null,
  options: DeliveryOptions,
): Promise<AttemptId | null> {
  const sitting = await findSitting(context, attemptId, owner);
  if (!sitting || sitting.assignment || !isOver(sitting)) return null;
  const next = nextAttempt(context, sitting, options);
  await context.store.createAttempt(next);
  return next.id;
}
