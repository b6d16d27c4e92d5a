import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeLock } from '../../src/lib/bank/lock.ts';
import { makeLock } from '../../src/lib/bank/make-lock.ts';
import { contentFolders, loadCollection } from '../../src/lib/server/content/load-collection.ts';
import { generateCollection } from '../collection/generate-collection.ts';

/** Settings under which a server serves a generated collection. */
export type ContentPlaces = Readonly<Record<'CONTENT_DIR' | 'SOURCES_DIR', string>>;

/** Writes a generated bank of 20 items, `bank-0`, with its lock and the articles that it quotes. */
export async function writeContent(folder: string): Promise<ContentPlaces> {
  const { banks, sources, texts } = generateCollection(20);
  const places = { CONTENT_DIR: join(folder, 'content'), SOURCES_DIR: join(folder, 'texts') };
  for (const room of ['content/banks', 'content/sources', 'texts']) {
    await mkdir(join(folder, room), { recursive: true });
  }
  for (const { path, text } of [...banks, ...sources]) {
    await writeFile(join(places.CONTENT_DIR, path), text);
  }
  for (const [source, text] of texts ?? []) {
    await writeFile(join(places.SOURCES_DIR, `${source}.txt`), text);
  }
  const checked = await loadCollection(contentFolders(places));
  const lock = makeLock(checked, { isMinor: false, retire: [] });
  await writeFile(join(places.CONTENT_DIR, 'banks.lock.json'), writeLock(lock));
  return places;
}
