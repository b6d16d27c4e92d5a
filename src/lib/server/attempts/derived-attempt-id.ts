import { digestOf } from '../../passage/digest.ts';
import type { AttemptId } from '../../quiz/ids.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * An attempt's id that follows from texts, the same from the same: requests that race meet in one
 * attempt, where the first answer stands. One of the texts has to be known to its owner alone.
 */
export function derivedAttemptId(...texts: readonly string[]): AttemptId {
  const digest = digestOf(texts.join('/')) + digestOf(texts.toReversed().join('/'));
  const signs = Array.from({ length: 26 }, (_sign, index) => {
    const byte = Number.parseInt(digest.slice(2 * index, 2 * index + 2), 16);
    return letters[byte % letters.length];
  });
  return `att_${signs.join('')}` as AttemptId;
}
