import type { CheckedCollection } from '../../bank/read-collection.ts';
import { makeLibrary, type Library } from '../content/library.ts';
import { loadCollection } from '../content/load-collection.ts';
import type { ContentFolders } from '../content/read-files.ts';
import { randomText } from '../random-text.ts';

/** A collection that could be read, with a library in which no bank is held back. */
export interface Collected {
  readonly checked: CheckedCollection;
  readonly library: Library;
}

/** The content as it was read once, or in words why it can't be. */
export type Reading = { readonly id: string } & (
  | ({ readonly kind: 'read' } & Collected)
  | { readonly kind: 'unreadable'; readonly message: string }
);

/** Reads the content; never rejects, since the next save may mend what stands in the way. */
export async function readContent(folders: ContentFolders): Promise<Reading> {
  const id = randomText(8);
  try {
    const checked = await loadCollection(folders);
    return { id, kind: 'read', checked, library: openLibrary(checked) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { id, kind: 'unreadable', message };
  }
}

/** The library as if every bank were served. */
export function openLibrary(checked: CheckedCollection): Library {
  const banks = checked.files.map((file) => ({
    ...file,
    items: file.items.map(({ item }) => item),
  }));
  return makeLibrary({ ...checked, banks });
}
