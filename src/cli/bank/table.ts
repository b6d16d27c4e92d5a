import { verdictIn } from '../../lib/bank/item-block.ts';
import type { CheckedCollection } from '../../lib/bank/read-collection.ts';
import type { TypedItem } from '../../lib/bank/type-item.ts';
import { align } from './align.ts';

/** How items of a collection are counted. */
const groupings: Readonly<Record<string, (item: TypedItem) => readonly string[]>> = {
  type: ({ item }) => [item.type],
  verdict: ({ written }) => {
    const verdict = verdictIn(written.block);
    return verdict ? [verdict.replace('-', ' ')] : [];
  },
  level: ({ item }) => [item.level],
  sources: ({ item }) => [...new Set(item.passages.map((passage) => passage.source))],
};

interface Row {
  readonly group: string;
  readonly name: string;
  readonly counts: readonly number[];
  /** True of what is no part of the items. */
  readonly isBeside?: boolean;
}

/**
 * The table of items by bank, type, verdict, level and source, with shares of all items; drafts are
 * counted below, beside them.
 */
export function collectionTable({ files }: CheckedCollection): string {
  const banks = files.map((bank) => bank.items);
  const rows: Row[] = [
    { group: 'items', name: '', counts: banks.map((items) => items.length) },
    ...Object.entries(groupings).flatMap(([group, namesOf]) => countBy(group, namesOf, banks)),
    {
      group: 'two or more sources',
      name: '',
      counts: banks.map((items) => items.filter(hasSeveralSources).length),
    },
    ...(files.some(({ drafts }) => drafts.length > 0) ? [draftRow(files)] : []),
  ];
  const total = sum(rows[0]?.counts ?? []);
  const header = ['', '', ...files.map(({ id }) => id), 'all', 'share'];
  const cells = rows.map(({ group, name, counts, isBeside }) => {
    const all = sum(counts);
    const share = total === 0 || isBeside ? '' : `${Math.round((100 * all) / total)} %`;
    return [group, name, ...counts.map(String), String(all), share];
  });
  return align([header, ...cells], 2);
}

function draftRow(files: CheckedCollection['files']): Row {
  const counts = files.map(({ drafts }) => drafts.length);
  return { group: 'drafts, not served', name: '', counts, isBeside: true };
}

function hasSeveralSources({ item }: TypedItem): boolean {
  return new Set(item.passages.map((passage) => passage.source)).size > 1;
}

function countBy(
  group: string,
  namesOf: (item: TypedItem) => readonly string[],
  banks: readonly (readonly TypedItem[])[],
): Row[] {
  const names = new Set(banks.flat().flatMap((item) => namesOf(item)));
  return [...names].sort().map((name, index) => ({
    group: index === 0 ? group : '',
    name,
    counts: banks.map((items) => items.filter((item) => namesOf(item).includes(name)).length),
  }));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
