import type { Reported, ScormDialect, TimedInteraction } from '../../formats/scorm/dialect.ts';
import { raiseReported } from '../../formats/scorm/raise-reported.ts';
import type { Standing, Tracker, WriteState } from '../tracker.ts';
import type { ScormApi } from './find-api.ts';
import { makeSession, type ScormSession } from './scorm-session.ts';

const stateElement = 'cmi.suspend_data';
/** Signs of the state that an LMS may insist on where it refuses more: as many as SCORM 1.2 has. */
const leastState = 4096;

/** What is to be told, or has been. */
interface Telling {
  readonly state: WriteState;
  readonly standing: Standing;
}

/** The clock of a tracker. */
export interface TrackerClock {
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  /** By how many milliseconds the learner's clock is before UTC at an instant. */
  readonly offsetAt: (ms: number) => number;
}

/**
 * Tells an LMS that speaks a version of SCORM; where it begins no session, `otherwise` is told in its
 * place.
 */
export function scormTracker(
  api: ScormApi,
  dialect: ScormDialect,
  clock: TrackerClock,
  otherwise: Tracker,
): Tracker {
  const session = makeSession(api, dialect);
  const startedAt = clock.now();
  let isOpen = false;
  let isFinished = false;
  let isJudging = false;
  let known: Reported = { score: null, isCompleted: false, success: null };
  let nextAt = 0;
  let telling: Telling | null = null;
  let untold: TimedInteraction[] = [];

  const setLeaving = () =>
    dialect.writeLeaving(isFinished, clock.now() - startedAt).forEach(session.set);

  /** Sets everything that is to be known and has it kept; what fails stays to be told. */
  const tell = (): boolean => {
    if (!telling) return true;
    const { standing, state } = telling;
    const reported = raiseReported(known, standing, isJudging);
    const first = nextAt;
    for (const each of untold) if (setInteraction(session, dialect, nextAt, each)) nextAt += 1;
    const isStateSet = setState(session, state, dialect.longestState);
    const isSet = dialect.writeReported(reported).map(session.set).every(Boolean);
    setLeaving();
    const isKept = session.commit() && isSet && isStateSet;
    if (isKept) [known, untold, telling] = [reported, [], null];
    else nextAt = first;
    return isKept;
  };

  return {
    open() {
      isOpen = session.begin();
      if (!isOpen) return otherwise.open();
      known = dialect.readReported(session.get);
      isFinished = known.isCompleted;
      const masteryShare = readMastery(session, dialect);
      isJudging = masteryShare !== null;
      nextAt = Number(session.get('cmi.interactions._count')) || 0;
      if (!known.isCompleted) begin(session, dialect, known);
      const state = session.get(stateElement) || null;
      return Promise.resolve({ isTracked: true, state, masteryShare });
    },
    answered(answer, state, standing) {
      if (!isOpen) return otherwise.answered(answer, state, standing);
      untold.push({ ...answer, offsetMs: clock.offsetAt(answer.answeredAt) });
      telling = { state, standing };
      isFinished = standing.isFinished;
      return Promise.resolve(tell());
    },
    again: () => Promise.resolve(!isOpen || tell()),
    hide() {
      if (!isOpen) return;
      tell();
      setLeaving();
      session.commit();
    },
    leave() {
      if (!isOpen) return;
      tell();
      setLeaving();
      session.commit();
      session.end();
      isOpen = false;
    },
  };
}

/** Notes that the learner has begun, and may come back. */
function begin(session: ScormSession, dialect: ScormDialect, known: Reported): void {
  const writes = [...dialect.writeReported(known), ...dialect.writeLeaving(false, 0)];
  for (const write of writes) session.set(write);
  session.commit();
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
  for (const write of others) session.set(write);
  return true;
}
