import type { ScormDialect } from '../../formats/scorm/dialect.ts';
import type { Opened, Tracker } from '../tracker.ts';
import type { ScormApi } from './find-api.ts';
import { makeSession, type ScormSession } from './scorm-session.ts';
import { keepLeaving, openTelling, readBrowsed, tell, type ScormTelling } from './scorm-telling.ts';

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
  let told = otherwise;
  return {
    open() {
      if (session.begin()) {
        const browsed = readBrowsed(session, dialect);
        told = browsed ? browsedTracker(session, browsed) : tellingTracker(session, dialect, clock);
      }
      return told.open();
    },
    answered: (...args) => told.answered(...args),
    again: () => told.again(),
    hide: () => told.hide(),
    leave() {
      told.leave();
      told = otherwise;
    },
  };
}

/** Tells nothing but that the session ends. */
function browsedTracker(session: ScormSession, opened: Opened): Tracker {
  return {
    open: () => Promise.resolve(opened),
    answered: () => Promise.resolve(true),
    again: () => Promise.resolve(true),
    hide: () => undefined,
    leave: session.end,
  };
}

function tellingTracker(
  session: ScormSession,
  dialect: ScormDialect,
  clock: TrackerClock,
): Tracker {
  const startedAt = clock.now();
  const telling: ScormTelling = {
    ...{ dialect, session, elapsedMs: () => clock.now() - startedAt },
    known: { score: null, isCompleted: false, success: null },
    ...{ isFinished: false, nextAt: 0, untold: [], waiting: null },
  };
  const hide = (): void => {
    if (telling.waiting) tell(telling);
    else keepLeaving(telling);
  };
  return {
    open: () => Promise.resolve(openTelling(telling)),
    answered(answer, state, standing) {
      const timed = { ...answer, offsetMs: clock.offsetAt(answer.answeredAt) };
      telling.untold = [...telling.untold, timed];
      telling.waiting = { state, standing };
      telling.isFinished = standing.isFinished;
      return Promise.resolve(tell(telling));
    },
    again: () => Promise.resolve(tell(telling)),
    hide,
    leave() {
      hide();
      session.end();
    },
  };
}
