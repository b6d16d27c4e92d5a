import type { Kysely } from 'kysely';
import { assignmentRow } from './class-rows.ts';
import { contextKey, linkKey, linkRow, toLink } from './lti-rows.ts';
import type { CourseStore } from './lti-store.ts';
import { storedText } from './stored-text.ts';
import type { Tables } from './tables.ts';

/** What of {@link CourseStore} is about links. */
export type LinkStore = Pick<
  CourseStore,
  'findLink' | 'listLinks' | 'placeLink' | 'noteGrading' | 'notePassMark' | 'findLinkOf'
>;

/** {@link LinkStore} on any database that Kysely speaks to. */
export function kyselyLtiLinks(db: Kysely<Tables>): LinkStore {
  const all = () => db.selectFrom('lti_link').selectAll().orderBy('link_id');
  return {
    async findLink(place) {
      const row = await all()
        .where(({ and }) => and(linkKey(place)))
        .executeTakeFirst();
      return row ? toLink(row) : null;
    },
    async listLinks(place) {
      const rows = await all()
        .where(({ and }) => and(contextKey(place)))
        .execute();
      return rows.map(toLink);
    },
    placeLink: (...given) => placeLink(db, ...given),
    async noteGrading(place, { lineItem, lineItems, scopes }) {
      await db
        .updateTable('lti_link')
        .set({ line_item: lineItem, line_items: lineItems, scopes: scopes.join(' ') })
        .where(({ and }) => and(linkKey(place)))
        .execute();
    },
    notePassMark: (...given) => notePassMark(db, ...given),
    async findLinkOf(id) {
      const row = await all().where('assignment_id', '=', id).executeTakeFirst();
      return row ? toLink(row) : null;
    },
  };
}

function placeLink(
  db: Kysely<Tables>,
  ...[link, assignment, was]: Parameters<CourseStore['placeLink']>
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await trx.insertInto('assignment').values(assignmentRow(assignment)).execute();
    const row = linkRow(link, assignment);
    const placed =
      was === null
        ? await trx
            .insertInto('lti_link')
            .values(row)
            .onConflict((conflict) => conflict.doNothing())
            .executeTakeFirst()
        : await trx
            .updateTable('lti_link')
            .set(row)
            .where(({ and }) => and(linkKey(link)))
            .where('assignment_id', '=', was)
            .executeTakeFirst();
    const count =
      'numUpdatedRows' in placed ? placed.numUpdatedRows : placed.numInsertedOrUpdatedRows;
    if (count === 1n) return true;
    await trx.deleteFrom('assignment').where('id', '=', assignment.id).execute();
    return false;
  });
}

function notePassMark(
  db: Kysely<Tables>,
  ...[link, passPercent]: Parameters<CourseStore['notePassMark']>
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await trx
      .updateTable('lti_link')
      .set({ chosen: storedText(link.chosen) })
      .where(({ and }) => and(linkKey(link)))
      .where('assignment_id', '=', link.assignmentId)
      .execute();
    await trx
      .updateTable('assignment')
      .set({ pass_percent: passPercent })
      .where('id', '=', link.assignmentId)
      .execute();
  });
}
