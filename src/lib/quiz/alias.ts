import type { Random } from './draw.ts';

/** What aliases are put together from: first and second words, and how a pair is written. */
export interface AliasWords {
  readonly firsts: readonly string[];
  readonly seconds: readonly string[];
  readonly join: (first: string, second: string) => string;
}

/** Draws before an alias gets a number: a class that fills most pairs is rare. */
const draws = 40;

/** An alias that nobody has yet: two plain words, with a number where all drawn pairs are taken. */
export function proposeAlias(
  { firsts, seconds, join }: AliasWords,
  random: Random,
  isTaken: (alias: string) => boolean,
): string {
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? '';
  let alias = '';
  for (let drawn = 0; drawn < draws; drawn += 1) {
    alias = join(pick(firsts), pick(seconds));
    if (!isTaken(alias)) return alias;
  }
  let number = 2;
  while (isTaken(`${alias} ${number}`)) number += 1;
  return `${alias} ${number}`;
}
