import type Cmi5 from '@rusticisoftware/cmi5';
import { sessionStore, type SessionStore } from './record-store.ts';

/** What a try came to. */
export interface Reached {
  /** 0 to 1. */
  readonly share: number;
  /** As the player judged; null where the package has no mark. */
  readonly isPassed: boolean | null;
}

/** What a registration may be stated to be, once each (9.3). */
export type Merit = 'completed' | 'passed';

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
  /** What earlier launches had come to and could not state, for instance since a page was killed. */
  owed: { readonly completed: Reached | null; readonly judged: Reached | null };
  /** What the store has of it. */
  written: KeptDocument;
  isLoaded: boolean;
  /** True where the LMS barred the last answer: the session is over for it. */
  isOver: boolean;
  /** What has been stated, or is on its way. */
  readonly stated: Set<Merit>;
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
    owed: { completed: null, judged: null },
    written: nothingKept,
    isLoaded: false,
    isOver: false,
    stated: new Set(),
    missedAt: null,
  };
}

/** Reads what the LMS has laid ready, in the order that cmi5 asks for (10.0); false to try again. */
export async function loadLaunch(launch: Cmi5Launch): Promise<boolean> {
  if (launch.isLoaded) return true;
  const { unit } = launch;
  try {
    await unit.loadLMSLaunchData();
    // Throws where what came is no launch data: the library looks at no status.
    unit.getSessionId();
    await unit.loadLearnerPrefs();
    if (unit.getLaunchMode() !== 'Browse') {
      await readBefore(launch);
    }
    launch.isLoaded = true;
  } catch {
    return false;
  }
  return true;
}

/**
 * Goes on from what was kept of earlier launches. A page that ended in haste may have stated more than
 * it could keep, or less than it had come to: that is looked up.
 */
async function readBefore(launch: Cmi5Launch): Promise<void> {
  const { store, unit } = launch;
  const kept = readKept(await store.readDocument());
  if (kept === nothingKept || unit.getLaunchMode() !== 'Normal') return takeUp(launch, kept);
  const { reached } = kept;
  const [completed, passed, failed] = await Promise.all([
    kept.completed || store.holds('completed'),
    kept.passed || store.holds('passed'),
    kept.passed || reached === null || store.holds('failed'),
  ]);
  takeUp(launch, { ...kept, completed: completed === true, passed: passed === true });
  const isJudged = launch.kept.passed || (failed !== false && launch.kept.completed);
  launch.owed = {
    completed: launch.kept.completed ? null : reached,
    judged: isJudged ? null : reached,
  };
}

/** What was answered meanwhile counts for more than what was kept before. */
function takeUp(launch: Cmi5Launch, before: KeptDocument): void {
  const { reached, state } = launch.kept;
  launch.kept = state === '' ? before : { ...before, state };
  if (reached) keepBest(launch, reached);
  launch.written = before;
  if (before.completed) launch.stated.add('completed');
  if (before.passed) launch.stated.add('passed');
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
