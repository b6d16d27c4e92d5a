import type { StoragePlace } from '../storage/place.ts';
import type { StorageFaultKind } from '../storage/store.ts';
import type { ExportJob } from './export-job.ts';

/** What the thread of an export is started with. */
export interface ThreadData {
  readonly job: ExportJob;
  readonly place: StoragePlace;
}

/** What the thread of an export says, in the order in which it happens. */
export type ThreadMessage =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'whole' }
  | {
      readonly kind: 'fault';
      readonly message: string;
      /** Null for a fault of the program. */
      readonly storage: StorageFaultKind | null;
    };

/** Chunks that may be under way to the client's thread at a time; each `'more'` allows another. */
export const chunksUnderWay = 4;
