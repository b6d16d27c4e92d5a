import type { Source, SourceId } from '../../passage/source.ts';
import type { Bank } from '../../quiz/item.ts';
import type { BankId } from '../../quiz/ids.ts';
import type { Store } from '../storage/store.ts';

/** The content that is being served: banks without an error, and every source card. */
export interface Library {
  readonly banks: ReadonlyMap<BankId, Bank>;
  readonly sources: ReadonlyMap<SourceId, Source>;
}

/** What every use case of an attempt is given; nothing else reaches clock, chance or storage. */
export interface AttemptContext {
  readonly library: Library;
  readonly store: Store;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  /** Fresh random lower-case base32 text of this length; unguessable. */
  readonly randomText: (length: number) => string;
}
