import { describe, expect, it } from 'vitest';
import { compareLocks } from './compare-locks.ts';
import { emptyLock, recordOf, type Lock } from './lock.ts';

function lockWith(version: number, digest: string, text = 'aa', id = 'repairs'): Lock {
  const item = { version, digest, passages: [] };
  return {
    sources: recordOf([['wire', { digest: text, length: 9 }]]),
    banks: recordOf([['storm', recordOf([[id, item]])]]),
  };
}

describe('compareLocks', () => {
  it.each([
    ['nothing, of two that are the same', lockWith(1, 'a'), lockWith(1, 'a'), []],
    [
      'what is new',
      emptyLock,
      lockWith(1, 'a'),
      ['wire: text locked', 'storm/repairs: locked, version 1'],
    ],
    ['a raised version', lockWith(1, 'a'), lockWith(2, 'b'), ['storm/repairs: now version 2']],
    [
      'a slip mended',
      lockWith(2, 'a'),
      lockWith(2, 'b'),
      ['storm/repairs: changed, still version 2'],
    ],
    ['a changed text', lockWith(1, 'a'), lockWith(1, 'a', 'bb'), ['wire: text changed']],
    [
      'what went',
      lockWith(1, 'a'),
      lockWith(1, 'a', 'aa', 'constructor'),
      ['storm/repairs: retired', 'storm/constructor: locked, version 1'],
    ],
  ])('tells %s', (_what, before, after, lines) => {
    expect(compareLocks(before, after)).toEqual(lines);
  });
});
