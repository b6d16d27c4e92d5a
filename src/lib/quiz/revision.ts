import { correctionsSince, type Revised } from './correction.ts';
import type { GivenAnswer } from './given-answer.ts';
import type { Item } from './item.ts';

/** `2026-03-20`, UTC: how Swedish writes a day. */
const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC' });

/** How an item was revised since an answer; null where it is as it was. */
export function revisionSince(
  item: Item,
  answer: Pick<GivenAnswer, 'answeredAt' | 'inWords' | 'itemVersion'>,
): Revised | null {
  if (answer.itemVersion === item.version) return null;
  const answeredOn = isoDay.format(answer.answeredAt);
  return {
    answered: answer.itemVersion,
    present: item.version,
    corrections: correctionsSince(item.corrections, answeredOn),
    inWords: answer.inWords,
  };
}
