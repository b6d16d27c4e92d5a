import { ownerOfLearner } from '../../quiz/ids.ts';
import type { Deliveries } from '../deliveries/deliveries.ts';
import type { Alarm } from '../deliveries/sent.ts';
import type { GradedLink } from '../storage/lti-store.ts';
import type { Store } from '../storage/store.ts';
import { scoreGroup, scoreKey } from './score-key.ts';

/** What watching grades needs. */
export interface WatchContext {
  readonly store: Pick<Store, 'lti'>;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  readonly alarm: Alarm;
  /** True where a platform may launch quizzes here; where none may, the database is left in peace. */
  readonly hasPlatforms: () => boolean;
  readonly report: (error: unknown) => void;
}

/** How often corrections, rules and ends are looked at, in milliseconds. */
const lookMs = 15_000;

/**
 * Has scores sent again where an instructor changed what grades depend on, or an assignment has closed
 * over attempts that were not finished. What was seen is noted down after the requests, so that a server
 * that is killed between them requests again. Gives what ends it.
 */
export function watchGrades(
  context: WatchContext,
  deliveries: Pick<Deliveries, 'request'>,
): { readonly close: () => Promise<void> } {
  let cancel = (): void => undefined;
  let isClosed = false;
  let looking: Promise<void> = Promise.resolve();
  const look = () => {
    looking = (context.hasPlatforms() ? requestChanged(context, deliveries) : Promise.resolve())
      .catch(context.report)
      .then(() => {
        if (!isClosed) cancel = context.alarm(lookMs, look);
      });
  };
  look();
  return {
    async close() {
      isClosed = true;
      cancel();
      await looking;
    },
  };
}

/** Requests the scores of every assignment whose grades are made otherwise than when it was last asked. */
async function requestChanged(
  { now, store }: Pick<WatchContext, 'now' | 'store'>,
  deliveries: Pick<Deliveries, 'request'>,
): Promise<void> {
  for (const link of await store.lti.listGradedLinks()) {
    const present = presentState(link, now());
    if (present === link.gradedBy) continue;
    const { assignmentId, classId, platformId } = link;
    for (const { attemptId, learnerId } of await store.lti.listScored(assignmentId)) {
      await deliveries.request({
        kind: 'lti-score',
        key: scoreKey(assignmentId, learnerId),
        group: scoreGroup(platformId),
        classId,
        owner: ownerOfLearner(learnerId),
        attemptId,
      });
    }
    await store.lti.noteGradedBy(assignmentId, present);
  }
}

function presentState({ closesAt, state }: GradedLink, nowMs: number): string {
  return closesAt !== null && closesAt <= nowMs ? `${state} over` : state;
}
