import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { sqliteFaultOf } from '../../src/lib/server/storage/sqlite-fault.ts';
import { StorageFault, type StorageFaultKind } from '../../src/lib/server/storage/store.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
const file = join(folder, 'plain.db');
const text = join(folder, 'text.txt');
writeFileSync(text, 'No database. '.repeat(100));
const plain = new DatabaseSync(file);
plain.exec('pragma journal_mode = wal');
plain.exec('create table note (text unique not null)');

const insertion = "insert into note values ('a')";
const growth = 'pragma max_page_count = 1; insert into note values (zeroblob(100000))';
const missing = join(folder, 'missing', 'a.db');

/** Runs statements on a connection of their own, which does not wait for others. */
function run(path: string, statements: string, options: { readOnly?: boolean } = {}): void {
  const database = new DatabaseSync(path, { ...options, timeout: 0 });
  try {
    database.exec(statements);
  } finally {
    database.close();
  }
}

function lockedOut(): void {
  plain.exec('begin immediate');
  try {
    run(file, insertion);
  } finally {
    plain.exec('rollback');
  }
}

function overtaken(): void {
  plain.exec('begin; select * from note');
  try {
    run(file, insertion);
    plain.exec("insert into note values ('b')");
  } finally {
    plain.exec('rollback');
  }
}

function errorOf(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown');
}

interface Fault {
  readonly name: string;
  readonly kind: StorageFaultKind;
  readonly words: RegExp;
  readonly call: () => unknown;
}

const faults: readonly Fault[] = [
  { name: 'no room', kind: 'full', words: /Free some space/, call: () => run(file, growth) },
  { name: 'a lock', kind: 'busy', words: /another process/, call: lockedOut },
  { name: 'a write in between', kind: 'busy', words: /try again/, call: overtaken },
  {
    name: 'a read-only file',
    kind: 'unavailable',
    words: /right to write/,
    call: () => run(file, insertion, { readOnly: true }),
  },
  {
    name: 'a missing folder',
    kind: 'unavailable',
    words: /can’t be made or opened/,
    call: () => run(missing, insertion),
  },
  {
    name: 'a file that is no database',
    kind: 'unavailable',
    words: /Bring back a backup/,
    call: () => run(text, insertion),
  },
  {
    name: 'a folder below a file',
    kind: 'unavailable',
    words: /can’t be made or opened/,
    call: () => mkdirSync(join(text, 'a'), { recursive: true }),
  },
];

describe('a fault of SQLite', () => {
  it.each(faults)('by $name is of kind $kind and says how to mend it', ({ kind, words, call }) => {
    const cause = errorOf(call);
    const fault = sqliteFaultOf(cause, file);
    expect(fault).toBeInstanceOf(StorageFault);
    expect(fault).toMatchObject({ kind, cause, message: expect.stringMatching(words) as string });
    expect((fault as StorageFault).message).toContain(file);
  });

  it.each([
    ['a broken constraint', () => plain.exec('insert into note values (null)')],
    ['a faulty statement', () => plain.exec('select * from nowhere')],
    ['a fault of the program', () => JSON.parse('{') as unknown],
  ])('is not made of %s', (_name, call) => {
    const cause = errorOf(call);
    expect(sqliteFaultOf(cause, file)).toBe(cause);
  });

  it('stays what it is when it is met twice', () => {
    const fault = new StorageFault('busy', 'Held.');
    expect(sqliteFaultOf(fault, file)).toBe(fault);
  });
});
