import { parentPort, workerData } from 'node:worker_threads';
import { openSnapshot } from '../storage/open.ts';
import { StorageFault } from '../storage/store.ts';
import { exportBytes } from './export-bytes.ts';
import { chunksUnderWay, type ThreadData, type ThreadMessage } from './thread-messages.ts';

const { job, place } = workerData as ThreadData;
let allowed = chunksUnderWay;
let resume: () => void = () => undefined;

function say(message: ThreadMessage, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}

/** Writes the export, never more than a few chunks ahead of whoever takes them. */
async function run(): Promise<void> {
  const store = await openSnapshot(place);
  try {
    const progress = (done: number, total: number) => say({ kind: 'progress', done, total });
    for await (const bytes of exportBytes(store, job, progress)) {
      while (allowed === 0) await new Promise<void>((go) => (resume = go));
      allowed -= 1;
      say({ kind: 'bytes', bytes }, [bytes.buffer]);
    }
  } finally {
    await store.close();
  }
  say({ kind: 'whole' });
}

function faultOf(error: unknown): ThreadMessage {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return error instanceof StorageFault
    ? { kind: 'fault', message: error.message, storage: error.kind }
    : { kind: 'fault', message, storage: null };
}

parentPort?.on('message', () => {
  allowed += 1;
  resume();
});
await run().catch((error: unknown) => say(faultOf(error)));
parentPort?.close();
