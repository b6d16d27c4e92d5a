import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CollectionFiles, ContentFile } from '../../bank/collection.ts';
import { isSlug, type SourceId } from '../../passage/source.ts';

/** Where content and texts are read from. */
export interface ContentFolders {
  /** Holds `banks/`, `sources/` and `banks.lock.json`. */
  readonly contentDir: string;
  /** Holds the articles as `<source>.txt`; null where they are not at hand. */
  readonly sourcesDir: string | null;
}

/** A folder that was named and can't be read, in words. */
class ContentFault extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'ContentFault';
  }
}

/**
 * Reads all that a check needs into memory. Rejects, with a message for the reader,
 * where a folder or file can’t be read.
 */
export async function readCollectionFiles(folders: ContentFolders): Promise<CollectionFiles> {
  const { contentDir, sourcesDir } = folders;
  const [banks, sources, explainers, lock, texts] = await Promise.all([
    readMarkdown(contentDir, 'banks'),
    readMarkdown(contentDir, 'sources'),
    readExplainers(contentDir),
    readLock(contentDir),
    sourcesDir === null ? null : readTexts(sourcesDir, 'SOURCES_DIR'),
  ]);
  return { banks, sources, explainers, lock, texts };
}

async function readMarkdown(contentDir: string, room: string): Promise<ContentFile[]> {
  const files = await readFolder(join(contentDir, room), '.md', 'CONTENT_DIR');
  return files.map(({ name, text }) => ({ path: `${room}/${name}`, text }));
}

/** The articles of a folder, `<source>.txt`; `setting` is what named the folder, for the message. */
export async function readTexts(folder: string, setting: string): Promise<Map<SourceId, string>> {
  const files = await readFolder(folder, '.txt', setting);
  const texts = files.map(({ name, text }) => [name.replace(/\.txt$/, ''), text] as const);
  return new Map(texts.filter(([id]) => isSlug(id)).map(([id, text]) => [id as SourceId, text]));
}

/** Explainers are optional: a folder of banks need not have any. */
async function readExplainers(contentDir: string): Promise<ContentFile[]> {
  const folder = join(contentDir, 'explainers');
  if (!existsSync(folder)) return [];
  const files = await readFolder(folder, '.svx', 'CONTENT_DIR');
  return files.map(({ name, text }) => ({ path: `explainers/${name}`, text }));
}

async function readLock(contentDir: string): Promise<ContentFile | null> {
  const path = join(contentDir, 'banks.lock.json');
  try {
    return { path: 'banks.lock.json', text: await readFile(path, 'utf8') };
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new ContentFault(`CONTENT_DIR holds a lock that can’t be read: ${path}`, cause);
  }
}

/** The files of one ending, by name; an editor’s hidden files are passed over. */
async function readFolder(
  folder: string,
  ending: string,
  variable: string,
): Promise<{ readonly name: string; readonly text: string }[]> {
  let path = folder;
  try {
    const entries = await readdir(folder);
    const names = entries.filter((name) => name.endsWith(ending) && !name.startsWith('.')).sort();
    const files: { name: string; text: string }[] = [];
    for (const name of names) {
      path = join(folder, name);
      files.push({ name, text: await readFile(path, 'utf8') });
    }
    return files;
  } catch (cause) {
    throw new ContentFault(`${variable} names a folder that can’t be read: ${path}`, cause);
  }
}
