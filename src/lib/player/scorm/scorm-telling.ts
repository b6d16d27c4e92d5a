import type { Reported, ScormDialect, TimedInteraction } from '../../formats/scorm/dialect.ts';
import { raiseReported } from '../../formats/scorm/raise-reported.ts';
import type { Opened, Standing, WriteState } from '../tracker.ts';
import type { ScormSession } from './scorm-session.ts';

const stateElement = 'cmi.suspend_data';
/** Signs of the state that an LMS may insist on where it refuses more: as many as SCORM 1.2 has. */
const leastState = 4096;

/** An LMS, what it knows, and what it is still to be told. */
export interface ScormTelling {
  readonly session: ScormSession;
  readonly dialect: ScormDialect;
  /** Milliseconds since the page was opened. */
  readonly elapsedMs: () => number;
  known: Reported;
  isFinished: boolean;
  /** The place of the next interaction in the LMS's list. */
  nextAt: number;
  untold: readonly TimedInteraction[];
  /** Null where all has been told. */
  waiting: { readonly state: WriteState; readonly standing: Standing } | null;
}

/** Where an LMS shows a quiz to be looked at, what is shown; null where it wants to be told. */
export function readBrowsed(session: ScormSession, dialect: ScormDialect): Opened | null {
  const mode = session.get(dialect.modeElement);
  if (mode !== 'browse' && mode !== 'review') return null;
  const state = mode === 'review' ? session.get(stateElement) || null : null;
  return { isTracked: false, isBrowsed: true, state, masteryShare: readMastery(session, dialect) };
}

/** Reads what the LMS knows, and notes that the learner has begun and may come back. */
export function openTelling(telling: ScormTelling): Opened {
  const { dialect, session } = telling;
  telling.known = dialect.readReported(session.get);
  telling.isFinished = telling.known.isCompleted;
  telling.nextAt = Number(session.get('cmi.interactions._count')) || 0;
  if (!telling.known.isCompleted) {
    dialect.writeReported(telling.known).forEach(session.set);
    keepLeaving(telling);
  }
  const state = session.get(stateElement) || null;
  return { isTracked: true, state, masteryShare: readMastery(session, dialect) };
}

/** Tells all that waits, and has it kept; false where some of it was not taken, which waits on. */
export function tell(telling: ScormTelling): boolean {
  const { dialect, known, session, untold, waiting } = telling;
  if (!waiting) return true;
  const first = telling.nextAt;
  for (const each of untold) {
    if (setInteraction(session, dialect, telling.nextAt, each)) telling.nextAt += 1;
  }
  const reported = raiseReported(known, waiting.standing);
  const isStateSet = setState(session, waiting.state, dialect.longestState);
  const isSet = dialect
    .writeReported(reported)
    .map((write) => session.set(write) || dialect.optional.includes(write[0]))
    .every(Boolean);
  const isKept = keepLeaving(telling) && isSet && isStateSet;
  if (isKept) Object.assign(telling, { known: reported, untold: [], waiting: null });
  else telling.nextAt = first;
  return isKept;
}

/** Has everything kept, as if the session ended now. */
export function keepLeaving({ dialect, elapsedMs, isFinished, session }: ScormTelling): boolean {
  dialect.writeLeaving(isFinished, elapsedMs()).forEach(session.set);
  return session.commit();
}

function readMastery(session: ScormSession, { mastery }: ScormDialect): number | null {
  const text = session.get(mastery.element).trim();
  const share = text === '' ? NaN : Number(text) / mastery.whole;
  // Some LMSs give 0 where no mark is set.
  return share > 0 && share <= 1 ? share : null;
}

/** Where an LMS takes less than its version says, detail is left out rather than all of it lost. */
function setState(session: ScormSession, state: WriteState, longest: number): boolean {
  const isTaken = (most: number) => session.set([stateElement, state(most)]);
  return (
    isTaken(longest) || (longest > leastState && isTaken(leastState)) || isTaken(leastState / 4)
  );
}

/** What an LMS does not take of an interaction is left out: many keep none. */
function setInteraction(
  session: ScormSession,
  dialect: ScormDialect,
  at: number,
  timed: TimedInteraction,
): boolean {
  const [id, ...others] = dialect.writeInteraction(at, timed);
  if (!id || !session.set(id)) return false;
  others.forEach(session.set);
  return true;
}
