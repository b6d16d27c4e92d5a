import { describe, expect, it } from 'vitest';
import { isSlug } from '../../passage/source.ts';
import { slugOf, uniqueIds } from './slug.ts';

describe('ids of what comes in', () => {
  it.each([
    ['How many households?', 'how-many-households'],
    ['3 Ångström', 'angstrom'],
    ['中文', null],
    ['…', null],
  ])('%s: %s', (text, id) => {
    expect(slugOf(text)).toBe(id);
  });

  it('are each given once, whatever stands there already', () => {
    const idOf = uniqueIds();
    expect(['a', 'a-2', 'a', 'a', 'b'].map(idOf)).toEqual(['a', 'a-2', 'a-3', 'a-4', 'b']);
  });

  it('stay ids where the longest ones are alike, and many are', () => {
    const idOf = uniqueIds();
    const longest = 'a'.repeat(64);
    const ids = Array.from({ length: 30_000 }, () => idOf(longest));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every(isSlug)).toBe(true);
  });
});
