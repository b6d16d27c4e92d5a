import type { CollectionFiles, ContentFile } from '../../src/lib/bank/collection.ts';
import type { Issue } from '../../src/lib/bank/issue.ts';
import { writeLock } from '../../src/lib/bank/lock.ts';
import { makeLock } from '../../src/lib/bank/make-lock.ts';
import { readCollection } from '../../src/lib/bank/read-collection.ts';
import { itemTypeRules } from '../../src/lib/item-types/rules.ts';
import type { SourceId } from '../../src/lib/passage/source.ts';

const types = Object.values(itemTypeRules);

/** Two short articles of our own; “Roads were closed.” stands twice in the first, unlike neighbours. */
export const articles: Readonly<Record<string, string>> = {
  wire: `Storm leaves the valley dark

Some 480,000 households were without electricity at the peak of the outage. The figure was down from an earlier count it called “preliminary”. Roads were closed.

Officials warned that repairs in the hills could take until Tuesday. Crews from two provinces are on their way. Roads were closed. Nobody was hurt, and the hospital ran on its own power the whole night.

| Village |
Hours dark |
| Upper Ford |
11 hours |
Trains resume at noon. The operator counts connections and will publish a corrected table by the end of the week, a spokesman said on the radio.`,
  daily: `After the storm

The storm affected about 1.2 million people, the agency said. It was the third storm of the month. Schools stay closed on Monday, the council wrote to all parents in the evening.

Shops in the old town opened at eight. Farmers who lost their sheds can ask for help at the town hall, where a desk is open from nine to five until the end of the month.`,
};

/** Front matter of six lines and a blank one: what follows begins on line 8. */
export const head = `---
title: The March storm
summary: Two reports, two figures, one night.
language: en
sources: [wire, daily]
---
`;

/** An item without a fault, to stand beside one that has some. */
export const soundItem = `## How long could repairs in the hills take, according to Example Wire?
id: repairs
level: recall

- (x) Until Tuesday
- ( ) Until Friday
  > No report names a Friday.

> [wire] Officials warned that repairs in the hills could take ==until Tuesday==.

Why: the notice gives a day.
`;

/** Banks (without path and ending) by name, and what else differs from a sound collection. */
export interface Given {
  readonly banks: Readonly<Record<string, string>>;
  readonly sources?: Readonly<Record<string, string>>;
  /** Explainers (without path and ending) by name. */
  readonly explainers?: Readonly<Record<string, string>>;
  readonly texts?: Readonly<Record<string, string>> | null;
  /** The text of `banks.lock.json`; null for none. */
  readonly lock?: string | null;
}

const cards = {
  wire: '---\ntitle: Storm leaves the valley dark\npublisher: Example Wire\n---\n',
  daily: '---\ntitle: After the storm\n---\n',
};

function filesIn(folder: string, texts: Readonly<Record<string, string>>): ContentFile[] {
  return Object.entries(texts).map(([name, text]) => ({ path: `${folder}/${name}.md`, text }));
}

/** The files of a collection as the checker takes them. */
function collectionOf(given: Given): CollectionFiles {
  const { banks, sources = cards, texts = articles, lock = null } = given;
  return {
    banks: filesIn('banks', banks),
    sources: filesIn('sources', sources),
    explainers: Object.entries(given.explainers ?? {}).map(([name, text]) => ({
      path: `explainers/${name}.svx`,
      text,
    })),
    lock: lock === null ? null : { path: 'banks.lock.json', text: lock },
    texts: texts && new Map(Object.entries(texts).map(([id, text]) => [id as SourceId, text])),
  };
}

/** Checks a collection with every item type that there is. */
export function check(given: Given) {
  return readCollection(collectionOf(given), types);
}

/** The lock that `npm run bank -- lock` would write for a sound collection. */
export function lockOf(given: Given): string {
  return writeLock(makeLock(check(given), { isMinor: false, retire: [] }));
}

/** “file:line:column code” of every issue, without the remark that nothing is locked yet. */
export function placesOf(issues: readonly Issue[]): string[] {
  return issues
    .filter((issue) => issue.code !== 'E141')
    .map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
}
