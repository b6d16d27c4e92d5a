import { watch } from 'node:fs';

/** Milliseconds to wait for further saves before reading again. */
const settleMs = 80;

/**
 * Calls `read` after every save below a folder, once for saves that come together; `complain` is
 * told of a call that failed, and the watch goes on. Gives the function that ends it.
 */
export function watchFolder(
  folder: string,
  read: () => Promise<unknown>,
  complain: (error: unknown) => void,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      read().catch(complain);
    }, settleMs);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
