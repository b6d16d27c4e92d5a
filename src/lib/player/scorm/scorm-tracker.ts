import type { ScormDialect } from '../../formats/scorm/dialect.ts';
import type { Tracker } from '../tracker.ts';
import type { ScormApi } from './find-api.ts';
import { makeSession } from './scorm-session.ts';
import { keepLeaving, openTelling, tell, type ScormTelling } from './scorm-telling.ts';

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
  const startedAt = clock.now();
  const telling: ScormTelling = {
    ...{ dialect, session: makeSession(api, dialect), elapsedMs: () => clock.now() - startedAt },
    known: { score: null, isCompleted: false, success: null },
    ...{ isJudging: false, isFinished: false, nextAt: 0, untold: [], waiting: null },
  };
  let isOpen = false;
  const hide = (): void => {
    if (isOpen && telling.waiting) tell(telling);
    else if (isOpen) keepLeaving(telling);
  };
  return {
    open() {
      isOpen = telling.session.begin();
      return isOpen ? Promise.resolve(openTelling(telling)) : otherwise.open();
    },
    answered(answer, state, standing) {
      if (!isOpen) return otherwise.answered(answer, state, standing);
      const timed = { ...answer, offsetMs: clock.offsetAt(answer.answeredAt) };
      telling.untold = [...telling.untold, timed];
      telling.waiting = { state, standing };
      telling.isFinished = standing.isFinished;
      return Promise.resolve(tell(telling));
    },
    again: () => Promise.resolve(!isOpen || tell(telling)),
    hide,
    leave() {
      hide();
      if (isOpen) telling.session.end();
      isOpen = false;
    },
  };
}
