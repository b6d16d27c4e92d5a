import type { Fields } from '../../item-types/contract.ts';
import type { OwnerId } from '../../quiz/ids.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { answeredItems, itemKey } from '../attempts/answered-items.ts';
import { tellAnswered } from '../attempts/happening.ts';
import { isCurrent, scoreFields } from '../../item-types/score-fields.ts';
import type { Attempt } from '../storage/store.ts';
import { explainerSeed, inlineAttemptId } from './inline-attempt.ts';

/** The question that is answered, and who answers it. */
export interface InlineWhere {
  readonly slug: string;
  /** As the explainer names it. */
  readonly question: string;
  /** Null for a browser that has not answered anything yet. */
  readonly owner: OwnerId | null;
  /** Gives whoever answers a name to be known by. */
  readonly hold: () => OwnerId;
}

/** What became of an answer that was given inside an explainer. Only `stored` changed anything. */
export type InlineResult =
  | { readonly kind: 'stored' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'already-answered' }
  | { readonly kind: 'revised' }
  | { readonly kind: 'unreadable'; readonly message: string };

/**
 * Scores an answer to a question of an explainer and stores it as an attempt of one item. Who answers
 * is held from then on (`hold`), and not where nothing is stored.
 */
export async function answerInline(
  context: AttemptContext,
  where: InlineWhere,
  fields: Fields,
): Promise<InlineResult> {
  const { library, store } = context;
  const { slug } = where;
  const questions = library.explainers.get(slug)?.questions ?? [];
  const reference = questions.find(({ name }) => name === where.question);
  const bank = reference && library.banks.get(reference.bank);
  const item = bank?.items.find(({ id }) => id === reference?.item);
  if (!reference || !bank || !item) return { kind: 'unknown' };
  const answered = await answeredItems(context, where.owner);
  if (answered.has(itemKey(bank.id, item.id))) return { kind: 'already-answered' };
  if (!isCurrent(item, fields)) return { kind: 'revised' };
  const seed = explainerSeed(slug);
  const scored = scoreFields({ seed }, item, fields, context.say);
  if (!scored.ok) return { kind: 'unreadable', message: scored.message };
  const owner = where.hold();
  const attemptId = inlineAttemptId(owner, slug, reference);
  const at = context.now();
  const attempt: Attempt = {
    id: attemptId,
    owner,
    bankId: bank.id,
    seed,
    itemIds: [item.id],
    retryOf: null,
    marking: 'plain',
    inClass: null,
    startedAt: at,
  };
  await store.createAttempt(attempt);
  const stored = await store.insertAnswer({ ...scored.response, attemptId, answeredAt: at }, owner);
  if (stored === null) return { kind: 'unknown' };
  if (!stored.inserted) return { kind: 'already-answered' };
  tellAnswered(context.tell, { attempt, classId: null, itemId: item.id, atMs: at }, true);
  return { kind: 'stored' };
}
