import { itemDefinition, itemResponse } from '../../formats/xapi/item-activity.ts';
import { scoreOf } from '../../formats/xapi/score.ts';
import type { Tracker } from '../tracker.ts';
import { isCmi5Launch, openCmi5, type Cmi5Session, type SessionWorld } from './session.ts';

/** How long the state of an attempt may be, in UTF-16 units: far more than any needs. */
const stateLength = 64_000;

/**
 * Tells an LMS by cmi5; `bank` is the bank’s IRI, under which its items are named. Where no LMS has
 * launched the page, or it gives no token, `alone` is told.
 */
export function cmi5Tracker(world: SessionWorld, bank: string, alone: Tracker): Tracker {
  let told = alone;
  return {
    async open() {
      const isLaunched = isCmi5Launch(world.address);
      const session = isLaunched ? await openCmi5(world).catch(() => null) : null;
      if (session !== null) told = sessionTracker(session, bank);
      return told.open();
    },
    answered: (...args) => told.answered(...args),
    again: () => told.again(),
    isOver: () => told.isOver?.() ?? false,
    hide: () => told.hide(),
    leave: () => told.leave(),
  };
}

function sessionTracker(session: Cmi5Session, bank: string): Tracker {
  return {
    open: () =>
      Promise.resolve({
        isTracked: session.isNormal,
        isBrowsed: !session.isNormal,
        state: session.resumed,
        masteryShare: session.masteryScore,
        returnUrl: session.returnUrl,
      }),
    answered({ interaction, latencyMs }, writeState, standing) {
      session.answered({
        id: `${bank}/items/${encodeURIComponent(interaction.itemId)}`,
        definition: itemDefinition(interaction),
        result: {
          score: scoreOf(interaction.outcome),
          success: interaction.outcome.correct,
          response: itemResponse(interaction),
          duration: `PT${Math.round(latencyMs / 10) / 100}S`,
        },
      });
      session.keep(writeState(stateLength));
      const { isFinished, isPassed, maxPoints, points } = standing;
      if (isFinished) session.finish(points / maxPoints, isPassed);
      return session.settled();
    },
    again() {
      session.again();
      return session.settled();
    },
    isOver: session.isOver,
    // Each answer is sent at once, and what is under way arrives though the page ends.
    hide: () => undefined,
    leave: () => session.leave(),
  };
}
