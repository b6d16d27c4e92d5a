import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentFolders } from './load-collection.ts';
import { readCollectionFiles } from './read-files.ts';

let contentDir: string;

function write(path: string, text: string): void {
  writeFileSync(join(contentDir, path), text);
}

beforeEach(() => {
  contentDir = mkdtempSync(join(tmpdir(), 'verbatim-content-'));
  for (const room of ['banks', 'sources', 'explainers', 'texts']) mkdirSync(join(contentDir, room));
});

afterEach(() => rmSync(contentDir, { recursive: true }));

describe('readCollectionFiles', () => {
  it('reads banks, cards, lock and texts', async () => {
    write('banks/storm.md', 'a bank');
    write('sources/wire.md', 'a card');
    write('explainers/night.svx', 'prose');
    write('banks.lock.json', '{}');
    write('texts/wire.txt', 'an article');
    const sourcesDir = join(contentDir, 'texts');
    expect(await readCollectionFiles({ contentDir, sourcesDir })).toEqual({
      banks: [{ path: 'banks/storm.md', text: 'a bank' }],
      sources: [{ path: 'sources/wire.md', text: 'a card' }],
      explainers: [{ path: 'explainers/night.svx', text: 'prose' }],
      lock: { path: 'banks.lock.json', text: '{}' },
      texts: new Map([['wire', 'an article']]),
    });
  });

  it('tells no lock and no texts from empty ones, and needs no explainers', async () => {
    rmSync(join(contentDir, 'explainers'), { recursive: true });
    expect(await readCollectionFiles({ contentDir, sourcesDir: null })).toEqual({
      banks: [],
      sources: [],
      explainers: [],
      lock: null,
      texts: null,
    });
  });

  it('reads files in the order of their names, and only those that are content', async () => {
    for (const name of ['b.md', 'a.md', '.#a.md', 'notes.txt']) write(`banks/${name}`, '');
    for (const name of ['wire.txt', 'README.md', 'Not an id.txt']) write(`texts/${name}`, '');
    const sourcesDir = join(contentDir, 'texts');
    const { banks, texts } = await readCollectionFiles({ contentDir, sourcesDir });
    expect(banks.map(({ path }) => path)).toEqual(['banks/a.md', 'banks/b.md']);
    expect([...(texts?.keys() ?? [])]).toEqual(['wire']);
  });

  it('says which setting names a folder that is not there', async () => {
    const nowhere = join(contentDir, 'nowhere');
    await expect(readCollectionFiles({ contentDir, sourcesDir: nowhere })).rejects.toThrow(
      `SOURCES_DIR names a folder that can’t be read: ${nowhere}`,
    );
    await expect(readCollectionFiles({ contentDir: nowhere, sourcesDir: null })).rejects.toThrow(
      'CONTENT_DIR names a folder that can’t be read',
    );
  });

  it('does not take a lock that can’t be read for none', async () => {
    mkdirSync(join(contentDir, 'banks.lock.json'));
    await expect(readCollectionFiles({ contentDir, sourcesDir: null })).rejects.toThrow(
      'a lock that can’t be read',
    );
  });
});

describe('contentFolders', () => {
  it('finds the content in the project and the texts nowhere, unless told', () => {
    expect(contentFolders({})).toEqual({
      contentDir: join(process.cwd(), 'src/content'),
      sourcesDir: null,
    });
    expect(contentFolders({ CONTENT_DIR: '/c', SOURCES_DIR: '/s' })).toEqual({
      contentDir: '/c',
      sourcesDir: '/s',
    });
    expect(contentFolders({ SOURCES_DIR: '' }).sourcesDir).toBeNull();
  });
});
