import { describe, expect, it } from 'vitest';
import type { Item } from '../../src/lib/quiz/item.ts';
import { makeLibrary } from '../../src/lib/server/content/library.ts';
import { contextOf } from '../../src/lib/server/sources/context-of.ts';
import { articles, check, lockOf, type Given } from '../content/collection-of.ts';
import { bank, item } from '../content/message-case.ts';

const exact = 'Roads were closed.';

/** An item that quotes the sentence which stands twice in the article, at one of its places. */
function quoting(id: string, occurrence: number): string {
  return item({
    keys: `id: ${id}\nlevel: recall`,
    evidence: `> [wire ${occurrence}] ${exact}`,
  });
}

function placesOf(given: Given): (string | undefined)[] {
  const checked = check({ ...given, lock: lockOf(given) });
  const library = makeLibrary(checked);
  const items: readonly Item[] = checked.banks.flatMap((each) => each.items);
  return items.flatMap(({ passages }) =>
    passages.map((passage) => contextOf(library, passage)?.href),
  );
}

describe('a sentence that stands at two places', () => {
  const text = (articles['wire'] ?? '').replace(/\s+/g, ' ');
  const first = `/sources/wire#p${text.indexOf(exact)}`;
  const second = `/sources/wire#p${text.lastIndexOf(exact)}`;

  it.each([
    ['each is quoted once', [1, 2], [first, second]],
    ['the first is quoted twice', [1, 1, 2], [first, first, second]],
    ['only the second is quoted', [2], [second]],
  ])('leads to the place that its author named, where %s', (_how, occurrences, places) => {
    const items = occurrences.map((occurrence, index) => quoting(`roads-${index}`, occurrence));
    expect(placesOf(bank(...items))).toEqual(places);
  });
});
