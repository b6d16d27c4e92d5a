import type { OptionId } from '../quiz/ids.ts';
import type { Picking } from './evidence.ts';

/** In how many ways so many entries can be arranged. */
export function arrangements(entries: number): number {
  return entries <= 1 ? 1 : entries * arrangements(entries - 1);
}

/** How many sets of at most `most` members there are of `n`, the empty one included. */
function setsUpTo(most: number, n: number): number {
  let sets = 0;
  for (let size = 0, ofSize = 1; size <= most && size <= n; size += 1) {
    sets += ofSize;
    ofSize = (ofSize * (n - size)) / (size + 1);
  }
  return sets;
}

/**
 * The share of all permitted picks, one sentence at least, that hold a complete proof: those that
 * hold each proof, less those counted twice since they hold several (inclusion and exclusion).
 */
export function pickingChance({ sentences, pick, groups }: Picking): number {
  const proving = (from: number, held: ReadonlySet<OptionId>): number => {
    let picks = 0;
    for (let index = from; index < groups.length; index += 1) {
      const union = new Set([...held, ...(groups[index] ?? [])]);
      if (union.size > pick) continue;
      picks += setsUpTo(pick - union.size, sentences.length - union.size);
      picks -= proving(index + 1, union);
    }
    return picks;
  };
  return proving(0, new Set()) / (setsUpTo(pick, sentences.length) - 1);
}
