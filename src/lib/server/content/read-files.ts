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
export class ContentFault extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'ContentFault';
  }
}

/** Reads all that a check needs into memory. Rejects with a {@link ContentFault}. */
export async function readCollectionFiles(folders: ContentFolders): Promise<CollectionFiles> {
  const { contentDir, sourcesDir } = folders;
  const [banks, sources, lock, texts] = await Promise.all([
    readMarkdown(contentDir, 'banks'),
    readMarkdown(contentDir, 'sources'),
    readFile(join(contentDir, 'banks.lock.json'), 'utf8').catch(() => null),
    sourcesDir === null ? null : readTexts(sourcesDir),
  ]);
  return {
    banks,
    sources,
    lock: lock === null ? null : { path: 'banks.lock.json', text: lock },
    texts,
  };
}

async function list(folder: string, name: string, ending: string): Promise<string[]> {
  try {
    const entries = await readdir(folder);
    return entries.filter((entry) => entry.endsWith(ending)).sort();
  } catch (cause) {
    throw new ContentFault(`${name} names a folder that can’t be read: ${folder}`, cause);
  }
}

async function readMarkdown(contentDir: string, room: string): Promise<ContentFile[]> {
  const folder = join(contentDir, room);
  const entries = await list(folder, 'CONTENT_DIR', '.md');
  return Promise.all(
    entries.map(async (entry) => ({
      path: `${room}/${entry}`,
      text: await readFile(join(folder, entry), 'utf8'),
    })),
  );
}

async function readTexts(sourcesDir: string): Promise<Map<SourceId, string>> {
  const entries = await list(sourcesDir, 'SOURCES_DIR', '.txt');
  const texts = await Promise.all(
    entries.map(async (entry) => {
      const id = entry.replace(/\.txt$/, '');
      return [id as SourceId, await readFile(join(sourcesDir, entry), 'utf8')] as const;
    }),
  );
  return new Map(texts.filter(([id]) => isSlug(id)));
}
