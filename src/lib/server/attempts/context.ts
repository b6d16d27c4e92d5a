import type { Say } from '../../messages/say.ts';
import type { Library } from '../content/library.ts';
import type { Store } from '../storage/store.ts';
import type { Tell } from './happening.ts';

/** What every use case of an attempt is given; nothing else reaches clock, chance or storage. */
export interface AttemptContext {
  readonly library: Library;
  readonly store: Store;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  /** Fresh random lower-case base32 text of this length; unguessable. */
  readonly randomText: (length: number) => string;
  /** Lets other systems hear what was answered. */
  readonly tell: Tell;
  /** In the language of whoever asks. */
  readonly say: Say;
}
