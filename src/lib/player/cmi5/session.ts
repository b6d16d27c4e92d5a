import Cmi5 from '@rusticisoftware/cmi5';
import { beginSession } from './begin-session.ts';
import { loadLaunch, launchOf } from './launch.ts';

/** An answered item as a statement tells of it. */
export interface StatedAnswer {
  /** An IRI. */
  readonly id: string;
  /** An activity’s definition. */
  readonly definition: unknown;
  /** A statement’s result. */
  readonly result: Readonly<Record<string, unknown>>;
}

/** What a session needs of the world. */
export interface SessionWorld {
  /** The page’s own address, with the launch parameters of cmi5 (8.1). */
  readonly address: string;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

/** One launch by an LMS, from `initialized` to `terminated`. */
export interface Cmi5Session {
  /** The player’s state of an earlier launch; null where there is none. */
  readonly resumed: string | null;
  /** From this share on (0 to 1) the LMS counts it as passed; null where it names none. */
  readonly masteryScore: number | null;
  /** Where the course goes on: an address of the web; null where the LMS names none. */
  readonly returnUrl: string | null;
  /** True where the launch is to be judged: neither browsed nor reviewed. */
  readonly isNormal: boolean;
  readonly answered: (answer: StatedAnswer) => void;
  /** Keeps the player’s state for the next launch. */
  readonly keep: (state: string) => void;
  /**
   * States what came of a try: completed and, by the LMS’s mark, passed, each once; where the LMS has no
   * mark, by `isPassed`, which is null where there is none at all. Failed is stated as the session ends,
   * since no pass could be stated after it. `share` is from 0 to 1.
   */
  readonly finish: (share: number, isPassed: boolean | null) => void;
  /** True once the LMS takes nothing more of this session, for instance since it was launched again. */
  readonly isOver: () => boolean;
  /** Tries at once what could not be sent. */
  readonly again: () => void;
  /** Resolves to true once everything has been sent, and to false at the next try that fails. */
  readonly settled: () => Promise<boolean>;
  /** States `terminated`, also where the page is ending; nothing is stated after it. */
  readonly leave: () => void;
}

/** How often the token is asked for, and the launch data before the quiz begins without them. */
const patientTries = 3;
const firstWaitMs = 500;

/** True for an address that an LMS has launched. */
export function isCmi5Launch(address: string): boolean {
  const { searchParams } = new URL(address);
  const names = ['endpoint', 'fetch', 'actor', 'registration', 'activityId'];
  return names.every((name) => searchParams.get(name));
}

/**
 * Begins the session of a launch. Rejects where the LMS gives no token, since it gives one once: nothing
 * can be tracked then.
 */
export async function openCmi5(world: SessionWorld): Promise<Cmi5Session> {
  const unit = new Cmi5(world.address);
  unit.includeSourceActivity(false);
  await fetchToken(world, unit);
  const launch = launchOf(unit);
  for (let count = 0; count < patientTries && !(await loadLaunch(launch)); count += 1) {
    await world.wait(firstWaitMs * 2 ** count);
  }
  return beginSession(world, launch);
}

/** Asks again where no answer came; an LMS that says no has given the token before. */
async function fetchToken({ wait }: SessionWorld, unit: Cmi5): Promise<void> {
  for (let count = 1; ; count += 1) {
    try {
      return await unit.postFetch();
    } catch (error) {
      const isRefused = (error as Error).message.includes('indicated LMS error');
      if (isRefused || count === patientTries) throw error;
    }
    await wait(firstWaitMs * 2 ** count);
  }
}
