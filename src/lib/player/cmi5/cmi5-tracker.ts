import { itemDefinition, itemResponse } from '../../formats/xapi/item-activity.ts';
import { scoreOf } from '../../formats/xapi/score.ts';
import type { Tracker } from '../tracker.ts';
import { isCmi5Launch, openCmi5, type Cmi5Session, type SessionWorld } from './session.ts';

/** How long the state of an attempt may be, in UTF-16 units: far more than any needs. */
const stateLength = 64_000;

/** Tells an LMS by cmi5; `bank` is the bank’s IRI, under which its items are named. */
export function cmi5Tracker(world: SessionWorld, bank: string): Tracker {
  let session: Cmi5Session | null = null;
  const settled = () => session?.settled() ?? Promise.resolve(false);
  return {
    async open() {
      if (isCmi5Launch(world.address)) session = await openCmi5(world).catch(() => null);
      return {
        isTracked: session?.isNormal ?? false,
        state: session?.resumed ?? null,
        masteryShare: session?.masteryScore ?? null,
        isBrowsed: session?.isNormal === false,
        returnUrl: session?.returnUrl ?? null,
      };
    },
    answered({ interaction, latencyMs }, writeState, standing) {
      session?.answered({
        id: `${bank}/items/${encodeURIComponent(interaction.itemId)}`,
        definition: itemDefinition(interaction),
        result: {
          score: scoreOf(interaction.outcome),
          success: interaction.outcome.correct,
          response: itemResponse(interaction),
          duration: `PT${Math.round(latencyMs / 10) / 100}S`,
        },
      });
      session?.keep(writeState(stateLength));
      const { isFinished, isPassed, maxPoints, points } = standing;
      if (isFinished) session?.finish(points / maxPoints, isPassed);
      return settled();
    },
    again() {
      session?.again();
      return settled();
    },
    // Each answer is sent at once, and what is under way arrives though the page ends.
    hide: () => undefined,
    leave: () => session?.leave(),
  };
}
