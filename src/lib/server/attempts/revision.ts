import { correctionsSince, type Correction } from '../../quiz/correction.ts';
import type { Item } from '../../quiz/item.ts';
import type { Answer } from '../storage/store.ts';

/** What became of an item since it was answered. The answer stands as it was given. */
export interface Revision {
  /** The version that was answered, and the present one. */
  readonly answered: number;
  readonly present: number;
  /** What was put right since, in the curator's words; none where the item was only reworded. */
  readonly corrections: readonly Correction[];
  /** The answer and the right one in words as they stood then; null where they were not noted down. */
  readonly inWords: Answer['inWords'];
}

/** How an item was revised since an answer; null where it is as it was. */
export function revisionSince(
  item: Item,
  answer: Pick<Answer, 'answeredAt' | 'inWords' | 'itemVersion'>,
): Revision | null {
  if (answer.itemVersion === item.version) return null;
  const answeredOn = new Date(answer.answeredAt).toISOString().slice(0, 10);
  return {
    answered: answer.itemVersion,
    present: item.version,
    corrections: correctionsSince(item.corrections, answeredOn),
    inWords: answer.inWords,
  };
}
