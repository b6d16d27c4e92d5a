import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { networkOf } from './network-of.ts';

/** Seconds after which failures are forgotten. */
const duration = 10 * 60;
/** Failures in that time from which on a browser is refused … */
const browserFailures = 20;
/** … checks of one network are slowed down: a school has a thousand slips behind one address … */
const networkFailures = 300;
/** … and so are everybody's. */
const allFailures = 3000;
/** Milliseconds that a slowed check waits, and how many of one network may wait at once. */
const pauseMs = 2000;
const waitingLimit = 50;

/** Who tries a code, a link or a password. */
export interface Guesser {
  /** Whose browser it is, by its cookie; null where it has none yet, and its network alone counts. */
  readonly browser: string | null;
  /** Its IP address. */
  readonly address: string;
}

/** What came of a guess: what it opens (null for nothing), or how many seconds no more are taken. */
export type Guessed<T> =
  | { readonly kind: 'checked'; readonly found: T | null }
  | { readonly kind: 'refused'; readonly waitS: number };

/** Counts failed guesses in the memory of this process. A guess that succeeds counts nowhere. */
export interface GuessLimit {
  /** Runs `find` unless too many guesses have failed; its null is a failure. */
  check<T>(guesser: Guesser, find: () => Promise<T | null>): Promise<Guessed<T>>;
}

/** A limit on guessing that no number of learners behind one address sets off. */
export function makeGuessLimit(): GuessLimit {
  const browsers = new RateLimiterMemory({ points: browserFailures, duration });
  const networks = new RateLimiterMemory({ points: networkFailures, duration });
  const all = new RateLimiterMemory({ points: allFailures, duration });
  const waiting = new Map<string, number>();
  const inTurn = makeTurns();

  return {
    async check(guesser, find) {
      const network = networkOf(guesser.address);
      if ((await isSpent(networks, network)) || (await isSpent(all, 'all'))) {
        const count = waiting.get(network) ?? 0;
        if (count >= waitingLimit) return { kind: 'refused', waitS: pauseMs / 1000 };
        waiting.set(network, count + 1);
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
        leave(waiting, network);
      }
      // One after the other, so that guesses sent at once are counted before the next is looked at.
      return inTurn(network, async () => {
        const spent = guesser.browser && (await isSpent(browsers, guesser.browser));
        if (spent) return { kind: 'refused', waitS: Math.ceil(spent.msBeforeNext / 1000) };
        const found = await find();
        if (found === null) {
          if (guesser.browser) await browsers.penalty(guesser.browser);
          await Promise.all([networks.penalty(network), all.penalty('all')]);
        }
        return { kind: 'checked', found };
      });
    },
  };
}

async function isSpent(limiter: RateLimiterMemory, key: string): Promise<RateLimiterRes | null> {
  const state = await limiter.get(key);
  return state && state.remainingPoints <= 0 && state.msBeforeNext > 0 ? state : null;
}

function leave(counts: Map<string, number>, key: string): void {
  const count = (counts.get(key) ?? 0) - 1;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}

/** Lets what is done for one key be done one at a time. */
function makeTurns(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const mine = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
}
