/** What copying the rows of a table needs to know of it. */
export interface TableShape {
  readonly name: string;
  /** Columns of the primary key, in its order. */
  readonly key: readonly string[];
  /** Tables that its rows point to, itself left out. */
  readonly parents: readonly string[];
}

/** One column of a primary key. */
export interface KeyRow {
  readonly name: string;
  readonly column: string;
}

/** One table that another points to. */
export interface ParentRow {
  readonly name: string;
  readonly parent: string;
}

/** The shapes from an engine's own catalogue; Kysely's tables, which log the migrations, left out. */
export function shapesOf(keys: readonly KeyRow[], parents: readonly ParentRow[]): TableShape[] {
  const names = [...new Set(keys.map(({ name }) => name))];
  return names
    .filter((name) => !name.startsWith('kysely_'))
    .map((name) => ({
      name,
      key: keys.filter((row) => row.name === name).map(({ column }) => column),
      parents: parents.filter((row) => row.name === name).map(({ parent }) => parent),
    }));
}

/** The same tables, each after those that its rows point to, else by name. */
export function inOrder(shapes: readonly TableShape[]): TableShape[] {
  const waiting = shapes.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const ordered: TableShape[] = [];
  while (waiting.length > 0) {
    const at = waiting.findIndex(({ parents }) =>
      parents.every((parent) => !waiting.some(({ name }) => name === parent)),
    );
    if (at === -1) throw new Error('The tables point to each other in a circle');
    ordered.push(...waiting.splice(at, 1));
  }
  return ordered;
}
