import { isLearnerId } from '../../quiz/ids.ts';
import type { Happening } from '../attempts/happening.ts';
import type { Deliveries } from '../deliveries/deliveries.ts';
import type { Listener } from '../deliveries/hearing.ts';
import type { Outlet } from '../deliveries/open-deliveries.ts';
import type { Store } from '../storage/store.ts';
import { postScore, type ScoreContext } from './post-score.ts';
import { scoreGroup, scoreKey } from './score-key.ts';

/** Sends the scores of learners to the platforms that they come from. */
export function ltiOutlet(context: ScoreContext): Outlet {
  return {
    kind: 'lti-score',
    group: null,
    send: (key, signal) => postScore(context, key, signal),
    listener: (deliveries) => listenFor(context, deliveries),
  };
}

function listenFor(
  { store }: { readonly store: Pick<Store, 'lti'> },
  deliveries: Pick<Deliveries, 'request'>,
): Listener {
  return {
    name: 'lti',
    async hear({ attempt, classId, kind }: Happening) {
      const learnerId: string = attempt.owner;
      if (kind !== 'completed' || !attempt.inClass || !isLearnerId(learnerId)) return;
      const { assignmentId } = attempt.inClass;
      const target = await store.lti.findScoreTarget(assignmentId, learnerId);
      if (!target?.isGradable) return;
      await deliveries.request({
        kind: 'lti-score',
        key: scoreKey(assignmentId, learnerId),
        group: scoreGroup(target.platform.id),
        classId,
        owner: attempt.owner,
        attemptId: attempt.id,
      });
    },
  };
}
