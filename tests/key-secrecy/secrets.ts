import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readLock } from '../../src/lib/bank/read-lock.ts';

/** What must not be seen of an item before it is answered. */
export interface ItemSecrets {
  readonly id: string;
  readonly secrets: readonly string[];
}

/** A secret that was seen too early. */
export interface Leak {
  readonly item: string;
  readonly secret: string;
  readonly where: string;
}

/**
 * The secrets of the fixture bank: a canary stands in every reply, trap, explanation and passage; the
 * numeric key is one by itself; the links of items and passages are named by digests in the lock.
 */
export async function fixtureSecrets(contentDir: string): Promise<ItemSecrets[]> {
  const bank = await readFile(join(contentDir, 'banks/storm.md'), 'utf8');
  const lock = readLock(await readFile(join(contentDir, 'banks.lock.json'), 'utf8'));
  const locked = Object.values(lock?.banks ?? {})[0] ?? {};
  return bank
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const id = /^id: (.+)$/m.exec(section)?.[1] ?? '';
      const canaries = section.match(/zq[a-z]+zq/g) ?? [];
      const key = /^= (\d+)/m.exec(section)?.[1];
      const numbers = key ? [key, Number(key).toLocaleString('en')] : [];
      const item = Object.entries(locked).find(([each]) => each === id)?.[1];
      const texts = key ? [] : (/^= (.+)/m.exec(section)?.[1]?.split('|') ?? []);
      const digests = item ? [item.digest, ...item.passages.map(({ digest }) => digest)] : [];
      return {
        id,
        secrets: [
          ...new Set([...canaries, ...numbers, ...texts.map((text) => text.trim()), ...digests]),
        ],
      };
    });
}

/** What a source's page may show at any time, since the articles print it: never what it proves. */
const printed: readonly string[] = [
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'].map(
    (number) => `zqpassage${number}zq`,
  ),
  '480,123',
  'Grid Agency',
];

/** The canaries of the passages that a comparison lays open before its answer. */
const laidOpen: Readonly<Record<string, readonly string[]>> = {
  'why-differ': ['zqpassageonezq', 'zqpassagethreezq', '480,123'],
};

/** What a worksheet may lay open with its comparison: the passage that proves no other question. */
const onPaper: readonly string[] = ['zqpassagethreezq'];

/**
 * Which secrets a text holds too early. A secret that another, answered item has shown is out; so is
 * what the open item itself lays open.
 */
export function findLeaks(
  text: string,
  where: string,
  items: readonly ItemSecrets[],
  answered: number,
): Leak[] {
  const open = items[answered]?.id ?? '';
  const out = new Set([
    ...(where.startsWith('/sources') ? printed : []),
    ...(/\/worksheet(?:\/__data|$)/.test(where) ? onPaper : []),
    ...items.slice(0, answered).flatMap(({ secrets }) => secrets),
    ...(laidOpen[open] ?? []),
  ]);
  return items
    .slice(answered)
    .flatMap(({ id, secrets }) =>
      secrets
        .filter((secret) => !out.has(secret) && text.includes(secret))
        .map((secret) => ({ item: id, secret, where })),
    );
}
