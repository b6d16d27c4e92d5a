import type { ControlledTransaction, Kysely } from 'kysely';
import type { DialectHooks } from './kysely-store.ts';
import type { TableShape } from './table-shapes.ts';
import type { Tables } from './tables.ts';

/** A database with its schema brought up to date, and what its engine does in its own way. */
export interface Database extends DialectHooks {
  readonly db: Kysely<Tables>;
  /** Every table of Verbatim's own, in no order. */
  readonly readShapes: (db: Kysely<Tables>) => Promise<TableShape[]>;
  /** A transaction that sees everything as it was at its beginning; the caller ends it. */
  readonly snapshot: () => Promise<ControlledTransaction<Tables>>;
  /** Runs changes, also of the schema, in one transaction: all of them or, where one throws, none. */
  readonly allOrNothing: <Value>(work: (db: Kysely<Tables>) => Promise<Value>) => Promise<Value>;
}
