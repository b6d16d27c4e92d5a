import type { Kysely } from 'kysely';
import type { OwnerId } from '../../quiz/ids.ts';
import { isStorageFault, type Answer, type Insertion } from './store.ts';
import type { Tables } from './tables.ts';

/** Inserts one answer by itself, in a transaction or not. */
export type InsertAnswer = (
  db: Kysely<Tables>,
  answer: Answer,
  owner: OwnerId,
) => Promise<Insertion | null>;

/** Answers on their way into one transaction. */
export interface Gathering {
  /** Resolves once the answer, or the one that stands, has been synced; rejects for it alone. */
  readonly insert: (answer: Answer, owner: OwnerId) => Promise<Insertion | null>;
  /** Resolves once nothing is on its way any more. */
  readonly flush: () => Promise<void>;
}

interface Waiting {
  readonly answer: Answer;
  readonly owner: OwnerId;
  readonly resolve: (insertion: Insertion | null) => void;
  readonly reject: (error: unknown) => void;
}

/** How many share a transaction at most: the longest time that others wait for the connection. */
const mostAtOnce = 500;

/**
 * Inserts the answers that arrive within `gatherMs` in one transaction, so that they share its sync.
 * Where that fails nothing of it stands. A database that is held or gone fails all of them; otherwise
 * each is inserted by itself, so that one which can't be stored fails alone. `gatherMs` 0 inserts each
 * at once.
 */
export function gatherInsertions(
  db: Kysely<Tables>,
  hooks: { readonly gatherMs: number; readonly faultOf: (error: unknown) => unknown },
  insertAnswer: InsertAnswer,
): Gathering {
  if (hooks.gatherMs === 0) {
    const nothing = Promise.resolve();
    return { insert: (answer, owner) => insertAnswer(db, answer, owner), flush: () => nothing };
  }
  const insertBatch = batchInserter(db, hooks.faultOf, insertAnswer);
  let waiting: Waiting[] = [];
  let underWay: Promise<unknown> = Promise.resolve();
  const send = async () => {
    const batch = waiting;
    waiting = [];
    if (batch.length > 0) underWay = Promise.all([underWay, insertBatch(batch)]);
    await underWay;
  };
  return {
    insert: (answer, owner) =>
      new Promise((resolve, reject) => {
        waiting.push({ answer, owner, resolve, reject });
        if (waiting.length === 1) setTimeout(() => void send(), hooks.gatherMs);
        if (waiting.length === mostAtOnce) void send();
      }),
    flush: send,
  };
}

/** Inserts a batch and settles each of it; never rejects. */
function batchInserter(
  db: Kysely<Tables>,
  faultOf: (error: unknown) => unknown,
  insertAnswer: InsertAnswer,
) {
  const alone = async ({ answer, owner, resolve, reject }: Waiting) =>
    insertAnswer(db, answer, owner).then(resolve, reject);
  const together = (batch: readonly Waiting[]) =>
    db.transaction().execute(async (trx) => {
      const insertions: (Insertion | null)[] = [];
      for (const { answer, owner } of batch)
        insertions.push(await insertAnswer(trx, answer, owner));
      return insertions;
    });
  return async (batch: readonly Waiting[]): Promise<void> => {
    if (batch.length === 1) return Promise.all(batch.map(alone)).then(() => undefined);
    try {
      const insertions = await together(batch);
      for (const [index, { resolve }] of batch.entries()) resolve(insertions[index] ?? null);
    } catch (error) {
      const fault = faultOf(error);
      const isForAll = isStorageFault(fault) && fault.kind !== 'full';
      for (const each of batch) {
        if (isForAll) each.reject(error);
        else await alone(each);
      }
    }
  };
}
