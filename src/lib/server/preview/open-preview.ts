import type { CheckedCollection } from '../../bank/read-collection.ts';
import { contentFolders, loadCollection } from '../content/load-collection.ts';
import { watchFolder } from '../content/watch-folder.ts';
import { isPreview } from './is-preview.ts';

/** The collection as it was last saved, for a curator who is writing it. */
export interface Preview {
  readonly collection: () => CheckedCollection;
  /** Raised by every save that was read. */
  readonly revision: () => number;
  readonly close: () => void;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the collection, and again after every save; null where the server is no preview, so that the
 * preview's pages are not there. `complain` is told of a save that could not be read.
 */
export async function openPreview(
  env: Environment,
  complain: (error: unknown) => void,
): Promise<Preview | null> {
  if (!isPreview(env)) return null;
  const folders = contentFolders(env);
  let collection = await loadCollection(folders);
  let revision = 1;
  const read = async () => {
    collection = await loadCollection(folders);
    revision += 1;
  };
  const watched = [folders.contentDir, ...(folders.sourcesDir ? [folders.sourcesDir] : [])];
  const stops = watched.map((folder) => watchFolder(folder, read, complain));
  return {
    collection: () => collection,
    revision: () => revision,
    close: () => {
      for (const stop of stops) stop();
    },
  };
}
