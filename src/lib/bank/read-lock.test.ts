import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceId } from '../passage/source.ts';
import type { BankId, ItemId } from '../quiz/ids.ts';
import { emptyLock, recordOf, writeLock, type Lock } from './lock.ts';
import { readLock } from './read-lock.ts';

const lock: Lock = {
  sources: recordOf([
    ['wire', { digest: '0a', length: 12 }],
    ['daily', { digest: '0b', length: 7 }],
  ]),
  banks: recordOf([
    [
      'storm',
      recordOf([
        ['valley', { version: 1, digest: '0c', passages: [] }],
        [
          'constructor',
          {
            version: 3,
            digest: '0d',
            passages: [{ source: 'wire' as SourceId, digest: '0e', start: 0 }],
          },
        ],
      ]),
    ],
  ]),
};

describe('readLock', () => {
  it('reads what writeLock wrote', () => {
    expect(readLock(writeLock(lock))).toEqual(lock);
    expect(readLock(writeLock(emptyLock))).toEqual(emptyLock);
  });

  it('knows no item that was not locked, whatever it is called', () => {
    const items = readLock(writeLock(lock))?.banks['storm' as BankId];
    expect(items?.['toString' as ItemId]).toBeUndefined();
    expect(items?.['constructor' as ItemId]?.version).toBe(3);
  });

  it.each([
    ['nothing', ''],
    ['a conflict', `<<<<<<< ours\n${writeLock(lock)}`],
    ['a list', '[]'],
    ['no sources', '{"banks":{}}'],
    ['a bank that is none', '{"sources":{},"banks":{"storm":[]}}'],
    [
      'an item without passages',
      '{"sources":{},"banks":{"storm":{"a":{"version":1,"digest":""}}}}',
    ],
    ['version 0', writeLock(lock).replace('"version": 3', '"version": 0')],
    ['half a version', writeLock(lock).replace('"version": 3', '"version": 1.5')],
    ['a place before the text', writeLock(lock).replace('"start": 0', '"start": -1')],
    ['a length in words', writeLock(lock).replace('12', '"twelve"')],
  ])('takes %s for no lock', (_what, text) => {
    expect(readLock(text)).toBeNull();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect([null, 'object']).toContain(readLock(text) && 'object');
      }),
    );
  });
});

describe('writeLock', () => {
  it('writes names in their order, one field a line, so that changes are easy to review', () => {
    const text = writeLock(lock);
    expect(text.indexOf('"daily"')).toBeLessThan(text.indexOf('"wire"'));
    expect(text.indexOf('"constructor"')).toBeLessThan(text.indexOf('"valley"'));
    expect(text).toContain('\n      "valley": {\n        "version": 1,\n');
    expect(text.endsWith('}\n')).toBe(true);
  });
});
