import { watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';
import type { ContentFolders } from './read-files.ts';

/** Milliseconds of quiet after which a save counts as done: editors write a file in several steps. */
const settleMs = 80;

const rooms = ['banks', 'sources', 'explainers'];
const contentForm = /^[^.].*\.(?:md|svx|txt|json)$/;

/**
 * Calls `changed` after each save among content and texts, until the function that it gives is
 * called. It watches folders, not files: an editor that puts a new file in the place of the old one
 * is heard too, and its own hidden files are not.
 */
export function watchContent(folders: ContentFolders, changed: () => void): () => void {
  const { contentDir, sourcesDir } = folders;
  const paths = [contentDir, ...rooms.map((room) => join(contentDir, room)), sourcesDir ?? []];
  let timer: NodeJS.Timeout | undefined;
  let watchers: FSWatcher[] = [];
  const hear = (name: string | null) => {
    if (name !== null && !rooms.includes(name) && !contentForm.test(name)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      open();
      changed();
    }, settleMs);
  };
  /** Anew after every save, since a folder may have come, or have been put in another's place. */
  const open = () => {
    const before = watchers;
    watchers = paths.flat().flatMap((path) => watchFolder(path, hear) ?? []);
    for (const watcher of before) watcher.close();
  };
  open();
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

/** Null where there is no such folder yet. */
function watchFolder(path: string, hear: (name: string | null) => void): FSWatcher | null {
  try {
    const watcher = watch(path, (_event, name) => hear(name));
    // A folder that goes away is noticed in the one above it.
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
