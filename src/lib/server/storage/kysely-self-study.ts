import type { Kysely } from 'kysely';
import type { BankId, OwnerId } from '../../quiz/ids.ts';
import { toAttempt } from './rows.ts';
import type { SelfStudyStore } from './self-study-store.ts';
import type { Tables } from './tables.ts';

/** The port to attempts outside classes. */
export function kyselySelfStudy(db: Kysely<Tables>): SelfStudyStore {
  return {
    listBanks: () => listBanks(db),
    async count(bankId) {
      const { owners, attempts } = await attemptsAt(db, bankId)
        .select(({ fn }) => [
          fn.count('owner').distinct().as('owners'),
          fn.countAll().as('attempts'),
        ])
        .executeTakeFirstOrThrow();
      return { owners: Number(owners), attempts: Number(attempts) };
    },
    async pageOwners(bankId, after, limit) {
      const rows = await attemptsAt(db, bankId)
        .select('owner')
        .distinct()
        .$if(after !== null, (owners) => owners.where('owner', '>', after))
        .orderBy('owner')
        .limit(limit)
        .execute();
      return rows.map(({ owner }) => owner as OwnerId);
    },
    async listAttempts(bankId, owners) {
      if (owners.length === 0) return [];
      const rows = await attemptsAt(db, bankId)
        .selectAll()
        .where('owner', 'in', owners)
        .orderBy('owner')
        .orderBy('started_at')
        .orderBy('id')
        .execute();
      return rows.map(toAttempt);
    },
  };
}

async function listBanks(db: Kysely<Tables>): Promise<BankId[]> {
  const rows = await db
    .selectFrom('attempt')
    .select('bank_id')
    .distinct()
    .where('assignment_id', 'is', null)
    .execute();
  // Sorted here: databases sort by rules of their own.
  return rows.map(({ bank_id }) => bank_id as BankId).sort();
}

function attemptsAt(db: Kysely<Tables>, bankId: BankId) {
  return db.selectFrom('attempt').where('bank_id', '=', bankId).where('assignment_id', 'is', null);
}
