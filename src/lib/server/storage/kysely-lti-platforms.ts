import type { Kysely } from 'kysely';
import { keyRow, platformRow, toKey, toPlatform } from './lti-rows.ts';
import type { ListedPlatform, Platform, PlatformStore } from './lti-store.ts';
import type { Tables } from './tables.ts';

/** {@link PlatformStore} on any database that Kysely speaks to. */
export function kyselyLtiPlatforms(db: Kysely<Tables>): PlatformStore {
  return { ...registering(db), ...belonging(db), ...keeping(db) };
}

type Registering = Pick<
  PlatformStore,
  | 'addPlatform'
  | 'listPlatforms'
  | 'findPlatform'
  | 'findPlatforms'
  | 'approvePlatform'
  | 'removePlatform'
>;

function registering(db: Kysely<Tables>): Registering {
  return {
    addPlatform: (...given) => addPlatform(db, ...given),
    listPlatforms: () => listPlatforms(db),
    async findPlatform(id) {
      const row = await platforms(db).where('id', '=', id).executeTakeFirst();
      return row ? toPlatform(row) : null;
    },
    async findPlatforms(issuer) {
      const rows = await platforms(db).where('issuer', '=', issuer).execute();
      return rows.map(toPlatform);
    },
    async approvePlatform(id) {
      const { numUpdatedRows } = await db
        .updateTable('lti_platform')
        .set({ status: 'active', trusted: 1 })
        .where('id', '=', id)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    removePlatform: (id) => removePlatform(db, id),
  };
}

function platforms(db: Kysely<Tables>) {
  return db.selectFrom('lti_platform').selectAll().orderBy('created_at').orderBy('id');
}

function addPlatform(
  db: Kysely<Tables>,
  platform: Platform,
  deployments: readonly string[],
  origins: readonly string[],
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const inserted = await trx
      .insertInto('lti_platform')
      .values(platformRow(platform))
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows !== 1n) return false;
    const { addDeployment, addOrigin } = belonging(trx);
    const platformId = platform.id;
    for (const deploymentId of deployments) {
      await addDeployment({ platformId, deploymentId }, platform.createdAt);
    }
    for (const origin of origins) await addOrigin(platformId, origin);
    return true;
  });
}

async function listPlatforms(db: Kysely<Tables>): Promise<ListedPlatform[]> {
  const rows = await platforms(db).execute();
  const deployments = await db
    .selectFrom('lti_deployment')
    .selectAll()
    .orderBy('deployment_id')
    .execute();
  const origins = await db.selectFrom('lti_origin').selectAll().orderBy('origin').execute();
  return rows.map((row) => ({
    ...toPlatform(row),
    deployments: deployments
      .filter(({ platform_id }) => platform_id === row.id)
      .map(({ deployment_id }) => deployment_id),
    origins: origins
      .filter(({ platform_id }) => platform_id === row.id)
      .map(({ origin }) => origin),
  }));
}

function removePlatform(db: Kysely<Tables>, id: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const tables = ['lti_user', 'lti_link', 'lti_context', 'lti_origin', 'lti_deployment'] as const;
    for (const table of tables) {
      await trx.deleteFrom(table).where('platform_id', '=', id).execute();
    }
    await trx.deleteFrom('delivery').where('group_name', '=', `lti/${id}`).execute();
    const gone = await trx.deleteFrom('lti_platform').where('id', '=', id).executeTakeFirst();
    return gone.numDeletedRows === 1n;
  });
}

type Belonging = Pick<
  PlatformStore,
  'addDeployment' | 'hasDeployment' | 'addOrigin' | 'listOrigins'
>;

function belonging(db: Kysely<Tables>): Belonging {
  return {
    async addDeployment({ deploymentId, platformId }, nowMs) {
      await db
        .insertInto('lti_deployment')
        .values({ platform_id: platformId, deployment_id: deploymentId, since: nowMs })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async hasDeployment({ deploymentId, platformId }) {
      const row = await db
        .selectFrom('lti_deployment')
        .select('deployment_id')
        .where('platform_id', '=', platformId)
        .where('deployment_id', '=', deploymentId)
        .executeTakeFirst();
      return row !== undefined;
    },
    async addOrigin(platformId, origin) {
      await db
        .insertInto('lti_origin')
        .values({ platform_id: platformId, origin })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async listOrigins() {
      const rows = await db
        .selectFrom('lti_origin')
        .innerJoin('lti_platform', 'lti_platform.id', 'lti_origin.platform_id')
        .select(['origin', 'platform_id'])
        .where('lti_platform.status', '=', 'active')
        .orderBy('origin')
        .orderBy('platform_id')
        .execute();
      return rows.map(({ origin, platform_id }) => ({ origin, platformId: platform_id }));
    },
  };
}

function keeping(db: Kysely<Tables>): Pick<PlatformStore, 'listKeys' | 'addKey' | 'forgetKeys'> {
  return {
    async listKeys() {
      const rows = await db
        .selectFrom('lti_key')
        .selectAll()
        .orderBy('created_at')
        .orderBy('kid')
        .execute();
      return rows.map(toKey);
    },
    addKey: (key, othersEndAt) =>
      db.transaction().execute(async (trx) => {
        await trx
          .updateTable('lti_key')
          .set({ ends_at: othersEndAt })
          .where(({ eb, or }) => or([eb('ends_at', 'is', null), eb('ends_at', '>', othersEndAt)]))
          .execute();
        await trx.insertInto('lti_key').values(keyRow(key)).execute();
      }),
    async forgetKeys(nowMs) {
      await db.deleteFrom('lti_key').where('ends_at', '<=', nowMs).execute();
    },
  };
}
