import { correctionsSince, type Revised } from './correction.ts';
import type { GivenAnswer } from './given-answer.ts';
import type { Item } from './item.ts';

/** How an item was revised since an answer; null where it is as it was. */
export function revisionSince(
  item: Item,
  answer: Pick<GivenAnswer, 'answeredAt' | 'inWords' | 'itemVersion'>,
): Revised | null {
  if (answer.itemVersion === item.version) return null;
  const answeredOn = new Date(answer.answeredAt).toISOString().slice(0, 10);
  return {
    answered: answer.itemVersion,
    present: item.version,
    corrections: correctionsSince(item.corrections, answeredOn),
    inWords: answer.inWords,
  };
}
