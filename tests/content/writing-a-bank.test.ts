import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codes } from '../../src/lib/bank/codes.ts';
import { commonKeys } from '../../src/lib/bank/read-keys.ts';
import { itemTypeRules } from '../../src/lib/item-types/rules.ts';
import { check, placesOf } from './collection-of.ts';

const manual = readFileSync('docs/writing-a-bank.md', 'utf8');

describe('docs/writing-a-bank.md', () => {
  it('lists every message, with its name', () => {
    const rows = [...manual.matchAll(/^\| ([EW]\d{3}) +\| ([a-z-]+) +\| \S.*\|$/gm)];
    expect(rows.map(([, code, name]) => [code, name])).toEqual(Object.entries(codes));
  });

  it('shows an example that passes the check', () => {
    const example = /```markdown\n([\s\S]*?)\n```/.exec(manual)?.[1] ?? '';
    const { files, issues } = check({ banks: { storm: example } });
    expect(files[0]?.items.map(({ item }) => item.type)).toEqual([
      'single-choice',
      'multiple-response',
      'numeric',
      'verdict',
      'single-choice',
    ]);
    expect(placesOf(issues)).toEqual([]);
  });

  it('names every key that an item can have', () => {
    const listed = [...manual.matchAll(/^\| `([a-z-]+)` +\|/gm)].map(([, key]) => key);
    const known = new Set([
      ...commonKeys,
      ...Object.values(itemTypeRules).flatMap(({ keys }) => keys),
    ]);
    expect(listed.toSorted()).toEqual([...known].sort());
  });
});
