import { levels } from '../../lib/quiz/item.ts';
import { verdictIn } from '../../lib/bank/item-block.ts';
import type { CheckedCollection } from '../../lib/bank/read-collection.ts';
import type { TypedItem } from '../../lib/bank/type-item.ts';
import { align } from './align.ts';

/** A share of a bank's items, in percent, or a count; null where there is nothing to count. */
type Figure = number | null;

/** A question that curating asks of a bank, and the answer that it should have. */
interface Quota {
  readonly name: string;
  readonly target: string;
  readonly figureOf: (items: readonly TypedItem[]) => Figure;
  readonly unit: '' | ' %';
}

function percent(part: number, whole: number): Figure {
  return whole === 0 ? null : Math.round((100 * part) / whole);
}

function shares(names: readonly string[], whole: number): number[] {
  return [...new Set(names)].map(
    (name) => percent(names.filter((each) => each === name).length, whole) ?? 0,
  );
}

function sourcesOf({ item }: TypedItem): string[] {
  return [...new Set(item.passages.map(({ source }) => source))];
}

function verdictsOf(items: readonly TypedItem[]): string[] {
  return items.flatMap(({ written }) => verdictIn(written.block) ?? []);
}

/** Passages that prove more than one item: a fact asked twice would show here. */
function provedTwice(items: readonly TypedItem[]): number {
  const proofs = items.flatMap(({ item }) =>
    item.passages.filter(({ near }) => !near).map(({ source, exact }) => `${source} ${exact}`),
  );
  return proofs.length - new Set(proofs).size;
}

const levelTargets = { recall: '30–50 %', compare: '30–50 %', judge: '15–30 %' } as const;

const quotas: readonly Quota[] = [
  { name: 'items', target: '10–14', figureOf: (items) => items.length, unit: '' },
  ...levels.map((level): Quota => ({
    name: level,
    target: levelTargets[level],
    figureOf: (items) =>
      percent(items.filter(({ item }) => item.level === level).length, items.length),
    unit: ' %',
  })),
  {
    name: 'need two or more articles',
    target: 'at least 10 %',
    figureOf: (items) =>
      percent(items.filter((item) => sourcesOf(item).length > 1).length, items.length),
    unit: ' %',
  },
  {
    name: 'carried by the most used source',
    target: 'at most 45 % of all',
    figureOf: (items) => Math.max(0, ...shares(items.flatMap(sourcesOf), items.length)),
    unit: ' %',
  },
  {
    name: 'carried by the least used source',
    target: 'at least 8 % of all',
    figureOf: (items) =>
      items.length === 0 ? null : Math.min(100, ...shares(items.flatMap(sourcesOf), items.length)),
    unit: ' %',
  },
  {
    name: 'most frequent verdict',
    target: 'at most 65 %',
    figureOf: (items) => {
      const verdicts = verdictsOf(items);
      return verdicts.length === 0 ? null : Math.max(...shares(verdicts, verdicts.length));
    },
    unit: ' %',
  },
  { name: 'passages that prove two items', target: 'few', figureOf: provedTwice, unit: '' },
];

/** What curating asks of coverage, spread and independence, answered for each bank and for all. */
export function quotaTable({ files }: CheckedCollection): string {
  const header = ['', 'target', ...files.map(({ id }) => id), 'all'];
  const all = files.flatMap(({ items }) => items);
  const rows = quotas.map(({ name, target, figureOf, unit }) => [
    name,
    target,
    ...[...files.map(({ items }) => items), all].map((items) => {
      const figure = figureOf(items);
      return figure === null ? '–' : `${figure}${unit}`;
    }),
  ]);
  return align([header, ...rows], 2);
}
