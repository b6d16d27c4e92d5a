import { resolve } from 'node:path';
import { readCollection, type CheckedCollection } from '../../bank/read-collection.ts';
import { itemTypeRules } from '../../item-types/rules.ts';
import { readCollectionFiles, type ContentFolders } from './read-files.ts';

/** The folders that the environment names: `CONTENT_DIR` (default `src/content`), `SOURCES_DIR`. */
export function contentFolders(env: Readonly<Record<string, string | undefined>>): ContentFolders {
  return {
    contentDir: resolve(env['CONTENT_DIR'] || 'src/content'),
    sourcesDir: env['SOURCES_DIR'] ? resolve(env['SOURCES_DIR']) : null,
  };
}

/** Reads and checks the whole collection with every item type that there is. */
export async function loadCollection(folders: ContentFolders): Promise<CheckedCollection> {
  return readCollection(await readCollectionFiles(folders), Object.values(itemTypeRules));
}
