import { describe, expect, it } from 'vitest';
import { itemTypeRules } from '../../item-types/rules.ts';
import type { SourceId } from '../../passage/source.ts';
import { writeLock } from '../../bank/lock.ts';
import { makeLock } from '../../bank/make-lock.ts';
import { readCollection } from '../../bank/read-collection.ts';
import { previewedBank } from './previewed-bank.ts';

const article =
  'Repairs could take until Tuesday. Roads were closed. Nobody was hurt. Roads were closed.';
const card = { path: 'sources/wire.md', text: '---\ntitle: Storm\n---\n' };
const bankText = (quotation: string) => `---
title: Storm
summary: One night.
language: en
sources: [wire]
---

## Until when could repairs take?
id: repairs
level: recall

- (x) Until Tuesday
- ( ) Until Friday
  > No report names a Friday.

> [wire] ${quotation}

Why: the notice gives a day.
`;

interface Given {
  readonly quotation?: string;
  readonly hasText?: boolean;
  readonly lock?: string | null;
}

const sound = 'Repairs could take until Tuesday.';

function read({ quotation = sound, hasText = true, lock = null }: Given) {
  const banks = [{ path: 'banks/storm.md', text: bankText(quotation) }];
  const texts = hasText ? new Map([['wire' as SourceId, article]]) : null;
  const locked = lock === null ? null : { path: 'banks.lock.json', text: lock };
  const files = { banks, sources: [card], explainers: [], lock: locked, texts };
  return readCollection(files, Object.values(itemTypeRules));
}

const lock = writeLock(makeLock(read({}), { isMinor: false, retire: [] }));
const unproved = (given: Given) => previewedBank(read(given), 'storm')?.items[0]?.unproved;

describe('a source of which an item quotes', () => {
  it.each<[string, Given]>([
    ['the article at hand bears it out, locked or not', {}],
    ['the item is as it was locked', { hasText: false, lock }],
  ])('is proved where %s', (_where, given) => {
    expect(unproved(given)).toEqual({});
  });

  it.each<[string, Given, string]>([
    ['is not in the article', { quotation: 'Repairs will take until Tuesday.', lock }, 'absent'],
    ['stands at several places', { quotation: 'Roads were closed.', lock }, 'ambiguous'],
    ['nobody has looked up', { hasText: false }, 'unchecked'],
    ['was changed since', { quotation: 'Nobody was hurt.', hasText: false, lock }, 'unchecked'],
    ['a lock places elsewhere', { lock: lock.replace('"start": 0', '"start": 3') }, 'unchecked'],
  ])('is not where the quotation %s', (_why, given, reason) => {
    expect(unproved(given)).toEqual({ wire: reason });
  });
});
