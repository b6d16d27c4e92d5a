import { describe, expect, it } from 'vitest';
import { english } from '../../messages/english.ts';
import { itemStatistics, type ItemStatistics } from '../../quiz/statistics/item-statistics.ts';
import { tableBuilder } from '../../quiz/statistics/table-builder.ts';
import type { AnswerGroup } from './answer-groups.ts';
import { reasonsOf } from './worth-saying.ts';

const builder = tableBuilder([
  { id: 'repairs', version: 1, maxPoints: 1, chance: 0.5, options: [] },
]);

function statistics(part: Partial<ItemStatistics>): ItemStatistics {
  const [none] = itemStatistics(builder.table());
  if (!none) throw new Error('There is a column');
  return { ...none, flags: [], ...part };
}

function group(words: string, n: number, nSure: number, isRight = false): AnswerGroup {
  return { written: words, words: `“${words}”`, n, nSure, isRight };
}

function firstReason(part: Partial<ItemStatistics>, answers: readonly AnswerGroup[]) {
  return reasonsOf({ statistics: statistics(part), options: [], answers }, english.say)[0];
}

describe('why a question is worth a discussion', () => {
  it.each([
    ['nobody', { n: 0 }, [], 'Nobody who has finished was asked it.'],
    ['all right', { n: 3 }, [group('480', 3, 3, true)], 'All 3 got it fully right.'],
    [
      'some sure and wrong',
      { n: 17, nConfidentWrong: 6 },
      [group('7', 9, 1), group('12', 5, 5), group('480', 3, 3, true)],
      '6 of 17 were sure and wrong; 5 of them answered “12”.',
    ],
    [
      'one sure and wrong',
      { n: 9, nConfidentWrong: 1 },
      [group('12', 4, 1), group('480', 5, 0, true)],
      '1 of 9 was sure and wrong; that one answered “12”.',
    ],
    [
      'nobody sure',
      { n: 9 },
      [group('480', 5, 0, true), group('7', 1, 0), group('12', 3, 0)],
      '4 of 9 did not get it fully right; 3 of them answered “12”.',
    ],
  ])('is said where it was %s', (_name, part, answers, sentence) => {
    expect(firstReason(part, answers)).toBe(sentence);
  });

  it('names the flags after the counts', () => {
    const told = statistics({ n: 40, flags: ['key_suspect'] });
    const reasons = reasonsOf(
      { statistics: told, options: [], answers: [group('12', 40, 0)] },
      english.say,
    );
    expect(reasons[1]).toBe('Those who did well elsewhere chose another answer: check the key.');
  });
});
