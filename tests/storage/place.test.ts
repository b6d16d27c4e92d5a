import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describePlace, storagePlace } from '../../src/lib/server/storage/place.ts';
import { StorageFault } from '../../src/lib/server/storage/store.ts';

/** What is thrown for a URL, as far as a console would print it. */
function refusalOf(url: string): { message: string; printed: string } {
  try {
    storagePlace({ DATABASE_URL: url });
  } catch (error) {
    expect(error).toBeInstanceOf(StorageFault);
    const { message, cause } = error as StorageFault;
    return { message, printed: `${message} ${JSON.stringify(cause ?? null)}` };
  }
  throw new Error('Nothing was thrown');
}

describe('the place of the database', () => {
  it('is a file in DATA_DIR, or in data', () => {
    expect(storagePlace({ DATA_DIR: 'kept' })).toEqual({
      file: join(process.cwd(), 'kept', 'verbatim.db'),
    });
    const usual = { file: join(process.cwd(), 'data', 'verbatim.db') };
    expect(storagePlace({})).toEqual(usual);
    expect(storagePlace({ DATA_DIR: '', DATABASE_URL: '' })).toEqual(usual);
    expect(describePlace(usual)).toBe(usual.file);
  });

  it.each([
    ['postgres://ann:secret@db.example:5432/quiz', 'postgres://ann@db.example:5432/quiz'],
    ['postgresql://ann:se%40cret@db/quiz?sslmode=require', 'postgresql://ann@db/quiz'],
    ['postgresql://db/quiz?user=ann&password=secret', 'postgresql://db/quiz'],
    ['postgresql:///quiz?host=/run/postgresql', 'postgresql:///run/postgresql/quiz'],
  ])('is %s, shown as %s', (url, shown) => {
    const place = storagePlace({ DATABASE_URL: url, DATA_DIR: 'kept' });
    expect(place).toEqual({ url });
    expect(describePlace(place)).toBe(shown);
  });

  it.each([
    ['another engine', 'mysql://ann:secret@db/quiz', /not the address of a PostgreSQL/],
    ['no URL', 'secret', /DATABASE_URL=postgresql:/],
    ['a port that is none', 'postgres://ann:secret@db:port/quiz', /DATABASE_URL/],
    ['a number sign in the password', 'postgres://ann:1#secret@db/quiz', /%23/],
    ['a slash in the password', 'postgres://ann:1/secret@db/quiz', /%2F/],
    ['a question mark in the password', 'postgres://ann:1?secret@db/quiz', /%3F/],
  ])('is refused in words, without its password, where it is %s', (_name, url, words) => {
    const { message, printed } = refusalOf(url);
    expect(message).toMatch(words);
    expect(printed).not.toContain('secret');
  });
});
