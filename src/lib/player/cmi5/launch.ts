import type Cmi5 from '@rusticisoftware/cmi5';
import { sessionStore, type SessionStore } from './record-store.ts';

/** What a try came to. */
export interface Reached {
  /** 0 to 1. */
  readonly share: number;
  /** As the player judged; null where the package has no mark. */
  readonly isPassed: boolean | null;
}

/** What the unit keeps between launches of one registration. */
export interface KeptDocument {
  readonly version: 1;
  readonly completed: boolean;
  readonly passed: boolean;
  /** The best try so far; null where none has come to its end. */
  readonly reached: Reached | null;
  /** The player’s own. */
  readonly state: string;
}

/** What an LMS has laid ready for one launch, and what is to be kept of it. */
export interface Cmi5Launch {
  readonly unit: Cmi5;
  readonly store: SessionStore;
  kept: KeptDocument;
  /** What the store had of it at the launch. */
  before: KeptDocument;
  /** What the store has of it. */
  written: KeptDocument;
  isLoaded: boolean;
  /** The best share, 0 to 1, that has missed the mark since the launch; null where none has. */
  missedAt: number | null;
}

const nothingKept: KeptDocument = {
  version: 1,
  completed: false,
  passed: false,
  reached: null,
  state: '',
};

/** A launch of which nothing is read yet; its token must have been fetched. */
export function launchOf(unit: Cmi5): Cmi5Launch {
  return {
    unit,
    store: sessionStore(unit),
    kept: nothingKept,
    before: nothingKept,
    written: nothingKept,
    isLoaded: false,
    missedAt: null,
  };
}

/** Reads what the LMS has laid ready, in the order that cmi5 asks for (10.0); false to try again. */
export async function loadLaunch(launch: Cmi5Launch): Promise<boolean> {
  if (launch.isLoaded) return true;
  const { store, unit } = launch;
  try {
    await unit.loadLMSLaunchData();
    // Throws where what came is no launch data: the library looks at no status.
    unit.getSessionId();
    await unit.loadLearnerPrefs();
    if (unit.getLaunchMode() !== 'Browse') {
      const before = readKept(await store.readDocument());
      // What was answered meanwhile counts for more than what was kept before.
      const { reached, state } = launch.kept;
      launch.kept = { ...before, state: state || before.state };
      if (reached) keepBest(launch, reached);
      launch.before = before;
      launch.written = before;
    }
    launch.isLoaded = true;
  } catch {
    return false;
  }
  return true;
}

/** Keeps what a try came to where none before it came as far. */
export function keepBest(launch: Cmi5Launch, reached: Reached): void {
  const { kept } = launch;
  if (kept.reached && kept.reached.share >= reached.share) return;
  launch.kept = { ...kept, reached };
}

function readKept(document: unknown): KeptDocument {
  const kept = document as Partial<KeptDocument> | null;
  return kept?.version === 1 && typeof kept.state === 'string'
    ? {
        version: 1,
        completed: kept.completed === true,
        passed: kept.passed === true,
        reached: typeof kept.reached?.share === 'number' ? kept.reached : null,
        state: kept.state,
      }
    : nothingKept;
}
