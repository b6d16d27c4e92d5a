import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { StoragePlace } from '../storage/place.ts';
import { StorageFault } from '../storage/store.ts';
import type { ExportJob } from './export-job.ts';
import type { Progress } from './progress.ts';
import type { ThreadData, ThreadMessage } from './thread-messages.ts';

/**
 * What the thread runs, from the project's root, where every server is started: the built app brings
 * it as JavaScript.
 */
export type ThreadPath =
  'build/threads/export-thread.js' | 'src/lib/server/exports/export-thread.ts';

/** Where an export is read, and what reads it. */
export interface ExportPlace {
  readonly database: StoragePlace;
  readonly thread: ThreadPath;
}

/**
 * Megabytes that the thread's heap may take, the second for short-lived values: tables and chunks stand
 * outside of it. A class of 100,000 fits; without a limit it would grow by what it could clear away.
 */
const heapMegabytes = { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 8 };

/** An export under way in a thread of its own. */
export interface ExportThread {
  /** Errors where the export failed: what came before is no whole file. */
  readonly stream: ReadableStream<Uint8Array>;
  /** Resolves once the thread is gone, however it ended. */
  readonly ended: Promise<unknown>;
}

/**
 * Runs an export in a thread with its own connection, so that it holds up nobody else. The thread
 * writes a few chunks ahead of the reader at most, and ends when the reader cancels.
 */
export function runThread(
  job: ExportJob,
  { database, thread }: ExportPlace,
  progress: Progress,
): ExportThread {
  const worker = new Worker(resolve(thread), {
    workerData: { job, place: database } satisfies ThreadData,
    execArgv: [],
    resourceLimits: heapMegabytes,
  });
  const next = messagesOf(worker, progress);
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const message = await next();
        if (message.kind === 'bytes') {
          worker.postMessage('more');
          controller.enqueue(message.bytes);
        } else if (message.kind === 'whole') controller.close();
        else controller.error(errorOf(message));
      },
      cancel: async () => void (await worker.terminate()),
    },
    { highWaterMark: 0 },
  );
  return { stream, ended: new Promise((done) => worker.once('exit', done)) };
}

type Told = Exclude<ThreadMessage, { kind: 'progress' }>;

/** Gives the messages of a thread one by one; its sudden end is a fault. */
function messagesOf(worker: Worker, progress: Progress): () => Promise<Told> {
  const waiting: Told[] = [];
  let wake: () => void = () => undefined;
  const add = (message: Told) => {
    waiting.push(message);
    wake();
  };
  worker.on('message', (message: ThreadMessage) => {
    if (message.kind === 'progress') progress(message.done, message.total);
    else add(message);
  });
  worker.once('error', ({ message }) => add({ kind: 'fault', message, storage: null }));
  worker.once('exit', () =>
    add({ kind: 'fault', message: 'The thread of an export ended early.', storage: null }),
  );
  return async () => {
    for (;;) {
      const message = waiting.shift();
      if (message) return message;
      await new Promise<void>((done) => (wake = done));
    }
  };
}

function errorOf({ message, storage }: Extract<Told, { kind: 'fault' }>): Error {
  return storage ? new StorageFault(storage, message) : new Error(message);
}
