import type { OptionId } from '../../quiz/ids.ts';
import type { ScoreRule } from '../../quiz/item.ts';
import { outcomeOf, type Outcome } from '../../quiz/outcome.ts';

/**
 * Marks an order. `all`: one point for exactly the right one. `each`: of all pairs of entries, the
 * share in the right order less the share in the wrong one (Kendall's tau), not below 0: the right
 * order earns the point, an order at random nothing on average. An order that is not one of just
 * these entries earns 0.
 */
export function markOrder(
  right: readonly OptionId[],
  given: readonly OptionId[],
  score: ScoreRule,
): Outcome {
  const isPermutation =
    given.length === right.length &&
    new Set(given).size === given.length &&
    given.every((id) => right.includes(id));
  if (!isPermutation) return outcomeOf(0);
  const places = given.map((id) => right.indexOf(id));
  const pairs = (places.length * (places.length - 1)) / 2;
  const discordant = places.reduce(
    (sum, place, index) => sum + places.slice(index + 1).filter((later) => later < place).length,
    0,
  );
  if (score === 'all') return outcomeOf(discordant === 0 ? 1 : 0);
  return outcomeOf(1 - (2 * discordant) / pairs);
}
