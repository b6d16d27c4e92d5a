import type { AssignmentId } from '../../quiz/ids.ts';
import type { ExportJob } from './export-job.ts';
import { runThread, type ExportPlace } from './run-thread.ts';

/** How far an export is. Rows of which it is not yet known how many there are make a total of 0. */
export interface ExportProgress {
  readonly file: ExportJob['file'];
  /** True until one of those before it has ended. */
  readonly isWaiting: boolean;
  readonly done: number;
  readonly total: number;
}

/** Runs exports, some at a time; the others wait for their turn. */
export interface ExportDesk {
  /**
   * Resolves, once its first bytes are there, to an export as a stream that errors where it fails.
   * Rejects where it fails before, or is given up while it waits.
   */
  readonly start: (job: ExportJob, given: AbortSignal) => Promise<ReadableStream<Uint8Array>>;
  /** Of an assignment, oldest first. */
  readonly underWay: (id: AssignmentId) => ExportProgress[];
  /** Ends all of them. */
  readonly close: () => void;
}

/** Exports that run at a time. */
const mostAtOnce = 2;

interface Entry {
  readonly job: ExportJob;
  isWaiting: boolean;
  done: number;
  total: number;
  /** Ends the wait, or what runs. */
  readonly ending: AbortController;
}

/** A desk for the exports from a database. */
export function makeExportDesk(place: ExportPlace): ExportDesk {
  const entries = new Set<Entry>();
  const waiting: (() => void)[] = [];
  let running = 0;

  /** Runs an export; its place is another's once its thread is gone. */
  const run = (entry: Entry) => {
    entry.isWaiting = false;
    const { stream, ended } = runThread(entry.job, place, (done, total) =>
      Object.assign(entry, { done, total }),
    );
    void ended.then(() => {
      entries.delete(entry);
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    });
    return stream;
  };

  return {
    async start(job, given) {
      const ending = new AbortController();
      const entry: Entry = { job, isWaiting: true, done: 0, total: 0, ending };
      const signal = AbortSignal.any([given, ending.signal]);
      entries.add(entry);
      try {
        if (running >= mostAtOnce) await turn(waiting, signal);
        else running += 1;
      } catch (error) {
        entries.delete(entry);
        throw error;
      }
      return begun(run(entry), signal);
    },
    underWay: (id) => [...entries].filter(({ job }) => job.assignment.id === id).map(progressOf),
    close: () => entries.forEach(({ ending }) => ending.abort()),
  };
}

function progressOf({ job, isWaiting, done, total }: Entry): ExportProgress {
  return { file: job.file, isWaiting, done, total };
}

/** Resolves when it is this one's turn; rejects when it is given up. */
function turn(waiting: (() => void)[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const go = () => {
      signal.removeEventListener('abort', giveUp);
      resolve();
    };
    const giveUp = () => {
      waiting.splice(waiting.indexOf(go), 1);
      reject(signal.reason as Error);
    };
    waiting.push(go);
    signal.addEventListener('abort', giveUp, { once: true });
  });
}

/** The same stream once its first chunk is there. What ends it ends what writes it. */
async function begun(
  stream: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const reader = stream.getReader();
  // What has failed by then rejects here too; whoever reads it has heard.
  const giveUp = () => void reader.cancel(signal.reason).catch(() => undefined);
  signal.addEventListener('abort', giveUp, { once: true });
  if (signal.aborted) giveUp();
  let first: ReadableStreamReadResult<Uint8Array> | null = await reader.read();
  signal.throwIfAborted();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = first ?? (await reader.read());
        first = null;
        if (signal.aborted) controller.error(signal.reason);
        else if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
