import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { sqliteFaultOf } from '../../src/lib/server/storage/sqlite-fault.ts';
import { StorageFault } from '../../src/lib/server/storage/store.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
const file = join(folder, 'plain.db');
const text = join(folder, 'text.txt');
writeFileSync(text, 'No database. '.repeat(100));
const plain = new DatabaseSync(file);
plain.exec('create table note (text unique not null)');

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
    run(file, "insert into note values ('a')");
  } finally {
    plain.exec('rollback');
  }
}

function errorOf(call: () => void): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown');
}

const faults: [name: string, kind: string, words: RegExp, call: () => void][] = [
  [
    'no room',
    'full',
    /Free some space/,
    () =>
      run(
        file,
        `pragma max_page_count = 1;
    insert into note values (zeroblob(100000))`,
      ),
  ],
  ['a lock', 'busy', /another process/, lockedOut],
  [
    'a read-only file',
    'unavailable',
    /right to write/,
    () => run(file, "insert into note values ('a')", { readOnly: true }),
  ],
  [
    'a missing folder',
    'unavailable',
    /can’t be made or opened/,
    () => run(join(folder, 'missing', 'a.db'), ''),
  ],
  ['a file that is no database', 'unavailable', /backup/, () => run(text, 'select * from note')],
  [
    'a folder below a file',
    'unavailable',
    /can’t be made or opened/,
    () => mkdirSync(join(text, 'a'), { recursive: true }),
  ],
];

describe('a fault of SQLite', () => {
  it.each(faults)('by %s is of kind %s and says how to mend it', (_name, kind, words, call) => {
    const cause = errorOf(call);
    const fault = sqliteFaultOf(cause, file);
    expect(fault).toBeInstanceOf(StorageFault);
    expect(fault).toMatchObject({ kind, cause, message: expect.stringMatching(words) as string });
    expect((fault as StorageFault).message).toContain(file);
  });

  it.each([
    ['a broken constraint', () => plain.exec('insert into note values (null)')],
    ['a faulty statement', () => plain.exec('select * from nowhere')],
    ['a fault of the program', () => JSON.parse('{') as void],
  ])('is not made of %s', (_name, call) => {
    const cause = errorOf(call);
    expect(sqliteFaultOf(cause, file)).toBe(cause);
  });

  it('stays what it is when it is met twice', () => {
    const fault = new StorageFault('busy', 'Held.');
    expect(sqliteFaultOf(fault, file)).toBe(fault);
  });
});
