import { contentFolders } from '../content/load-collection.ts';
import type { ContentFolders } from '../content/read-files.ts';
import { watchContent } from '../content/watch-content.ts';
import { isPreview } from './is-preview.ts';
import { readContent, type Reading } from './reading.ts';

/** The content as its authors write it. */
export interface Preview {
  readonly folders: ContentFolders;
  /** The newest reading, also one that is still under way. */
  readonly read: () => Promise<Reading>;
  /** Tells the listener of the newest reading, and of each after it; gives what ends this. */
  readonly follow: (listener: (readingId: string) => void) => () => void;
  readonly close: () => void;
}

/** Opens the preview where the environment asks for it; null where it does not. */
export function openPreview(
  env: Readonly<Record<string, string | undefined>>,
): Preview | null {
  if (!isPreview(env)) return null;
  const folders = contentFolders(env);
  const listeners = new Set<(readingId: string) => void>();
  let newest = readContent(folders);
  const readAgain = async () => {
    const reading = readContent(folders);
    newest = reading;
    const { id } = await reading;
    // A save that came meanwhile has begun a newer one, which tells of itself.
    if (newest === reading) for (const listener of listeners) listener(id);
  };
  return {
    folders,
    read: () => newest,
    follow(listener) {
      listeners.add(listener);
      void newest.then(({ id }) => listeners.has(listener) && listener(id));
      return () => void listeners.delete(listener);
    },
    close: watchContent(folders, () => void readAgain()),
  };
}
