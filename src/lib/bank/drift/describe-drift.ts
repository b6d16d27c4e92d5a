import type { WordRun } from '../../passage/word-diff.ts';
import type { Drift, DriftedQuotation, SourceDrift } from './find-drift.ts';
import { carriesKey, changeKinds, type TouchedItem } from './item-drift.ts';

/** A drift as an author reads it: each article, each changed passage, the items, and a sum. */
export function describeDrift({ sources, items, lostKeys, errors }: Drift): string {
  const all = sources.flatMap(({ quotations }) => quotations);
  const touched = items.map(describeItem);
  return [
    ...sources.flatMap((source) => [...describeSource(source), '']),
    ...(touched.length > 0 ? ['Items touched:', ...touched, ''] : []),
    ...(errors > 0
      ? [`The banks have ${plural(errors, 'error')} of their own: run \`npm run bank -- check\`.`]
      : []),
    `drift: ${countKinds(all)}; ${plural(items.length, 'item')} touched, ${plural(lostKeys.length, 'key')} no longer carried`,
  ].join('\n');
}

/** Words side by side in plain text: “Some -480,000- +500,000+ households”. */
function describeRuns(runs: readonly WordRun[]): string {
  const signs = { same: '', 'only-left': '-', 'only-right': '+' } as const;
  return runs.map(({ kind, text }) => `${signs[kind]}${text}${signs[kind]}`).join(' ');
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** How many there are of each kind; no word of the ambiguous where there are none. */
function countKinds(quotations: readonly DriftedQuotation[]): string {
  return changeKinds
    .map((kind) => ({
      kind,
      count: quotations.filter(({ change }) => change.kind === kind).length,
    }))
    .filter(({ kind, count }) => kind !== 'ambiguous' || count > 0)
    .map(({ kind, count }) => `${count} ${kind}`)
    .join(', ');
}

function describeSource({ source, isLockedText, order, quotations }: SourceDrift): string[] {
  if (quotations.length === 0) return [`${source}: no bank quotes it`];
  const notes = [
    ...(isLockedText ? ['the text is the one that was locked'] : []),
    ...(order === 'lock' && !isLockedText ? ['the order is that of the lock'] : []),
    ...(order === 'unknown' ? ['where passages stood is not known, so none is called moved'] : []),
  ];
  const changed = quotations.filter(({ change }) => change.kind !== 'same');
  return [
    `${source}: ${[countKinds(quotations), ...notes].join('; ')}`,
    ...changed.flatMap(describeQuotation),
  ];
}

function describeQuotation(quotation: DriftedQuotation): string[] {
  const { file, place, passage, change } = quotation;
  return [
    `  ${file}:${place.line} ${change.kind}  ${adviseOn(quotation)}`,
    `    was: “${passage.exact}”`,
    ...(change.kind === 'reworded'
      ? [`    now: “${change.nearest}”`, `    changed: ${describeRuns(change.runs)}`]
      : []),
  ];
}

/** What is so, and what is to be done. */
function adviseOn(quotation: DriftedQuotation): string {
  const { change, passage, isProof } = quotation;
  switch (change.kind) {
    case 'same':
      return 'It stands where it stood.';
    case 'moved':
      return 'It stands elsewhere in the article. See whether it means the same there.';
    case 'ambiguous':
      return change.count === 1
        ? `It stands once now. Take the number out: \`[${passage.source}] …\`.`
        : `It stands ${change.count} times now, among different sentences. Say which is meant, from 1 to ${change.count}: \`[${passage.source} 2] …\`.`;
    case 'reworded':
      return carriesKey(quotation)
        ? 'The article has it in other words. Quote them, and see whether stem and replies still hold.'
        : 'The article has it in other words, without those on which the key rests. Quote them, and mend the key or retire the item.';
    case 'gone':
      return isProof
        ? 'The article has nothing like it. Quote another passage that proves the key, or retire the item.'
        : 'The article has nothing like it. Quote another sentence in its place.';
  }
}

function describeItem({ bank, item, kind, isKeyCarried }: TouchedItem): string {
  return `  ${bank}/${item}  ${kind}  ${isKeyCarried ? 'key still carried' : 'key no longer carried'}`;
}
