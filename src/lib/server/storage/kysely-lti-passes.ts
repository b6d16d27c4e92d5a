import type { Kysely } from 'kysely';
import type { PassKind, PassStore } from './lti-store.ts';
import { storedText } from './stored-text.ts';
import type { Tables } from './tables.ts';

/** {@link PassStore} on any database that Kysely speaks to. */
export function kyselyLtiPasses(db: Kysely<Tables>): PassStore {
  return {
    forgetPasses: (nowMs) => forgetPasses(db, nowMs),
    async putPass({ classId, expiresAt, hash, kind, payload }, nowMs) {
      await forgetPasses(db, nowMs);
      await db
        .insertInto('lti_pass')
        .values({
          hash,
          kind,
          payload: storedText(payload),
          class_id: classId,
          expires_at: expiresAt,
          used_at: null,
        })
        .execute();
    },
    async takePass(hash, kind, nowMs) {
      const row = await db
        .deleteFrom('lti_pass')
        .where('hash', '=', hash)
        .where('kind', '=', kind)
        .where('expires_at', '>', nowMs)
        .returning('payload')
        .executeTakeFirst();
      return row?.payload ?? null;
    },
    usePass: (hash, kind, nowMs) => usePass(db, hash, kind, nowMs),
    async readPass(hash, kind, nowMs) {
      const row = await db
        .selectFrom('lti_pass')
        .select('payload')
        .where('hash', '=', hash)
        .where('kind', '=', kind)
        .where('expires_at', '>', nowMs)
        .executeTakeFirst();
      return row?.payload ?? null;
    },
  };
}

async function forgetPasses(db: Kysely<Tables>, nowMs: number): Promise<void> {
  await db.deleteFrom('lti_pass').where('expires_at', '<=', nowMs).execute();
}

async function usePass(
  db: Kysely<Tables>,
  hash: string,
  kind: PassKind,
  nowMs: number,
): ReturnType<PassStore['usePass']> {
  const used = await db
    .updateTable('lti_pass')
    .set({ used_at: nowMs })
    .where('hash', '=', hash)
    .where('kind', '=', kind)
    .where('used_at', 'is', null)
    .where('expires_at', '>', nowMs)
    .returning('payload')
    .executeTakeFirst();
  if (used) {
    // That it was used is all that is still to be known; what it held tells of somebody.
    await db.updateTable('lti_pass').set({ payload: '' }).where('hash', '=', hash).execute();
    return used;
  }
  const found = await db
    .selectFrom('lti_pass')
    .select('used_at')
    .where('hash', '=', hash)
    .where('kind', '=', kind)
    .where('expires_at', '>', nowMs)
    .executeTakeFirst();
  return found ? 'used' : 'unknown';
}
