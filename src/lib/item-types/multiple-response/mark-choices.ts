import type { OptionId } from '../../quiz/ids.ts';
import type { ScoreRule } from '../../quiz/item.ts';
import { outcomeOf, type Outcome } from '../../quiz/outcome.ts';

interface Marked {
  readonly options: readonly { readonly id: OptionId }[];
  readonly key: readonly OptionId[];
  readonly score: ScoreRule;
}

/**
 * Marks a set of choices. `all`: one point for exactly the key. `each`: the share of the key that was
 * chosen less the share of the distractors that was chosen, not below 0. So the exact key earns the
 * point, and choosing everything, like choosing nothing, earns 0: guessing gains nothing on average.
 */
export function markChoices(item: Marked, chosen: readonly OptionId[]): Outcome {
  const picked = new Set(chosen);
  const distractors = item.options.filter((option) => !item.key.includes(option.id));
  const hits = item.key.filter((id) => picked.has(id)).length;
  const slips = distractors.filter((option) => picked.has(option.id)).length;
  const isStranger = [...picked].some((id) => !item.options.some((option) => option.id === id));
  const isExact = hits === item.key.length && slips === 0 && !isStranger;
  if (isExact || item.score === 'all') return outcomeOf(isExact ? 1 : 0);
  const share = hits / item.key.length - (distractors.length ? slips / distractors.length : 0);
  return outcomeOf(Math.min(share, 1 - Number.EPSILON));
}
