import { isSlug } from '../../passage/source.ts';

const longest = 48;

/** A text as an id: a–z, figures and hyphens, beginning with a letter; null where nothing is left. */
export function slugOf(text: string): string | null {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, longest)
    .replace(/-+$/, '');
  return isSlug(words) ? words : null;
}

/** Signs that an id may have at most. */
const longestId = 64;

/** Gives ids that are each given once: the second `a` becomes `a-2`. */
export function uniqueIds(): (wanted: string) => string {
  const given = new Set<string>();
  const numbers = new Map<string, number>();
  return (wanted) => {
    let id = wanted;
    let number = numbers.get(wanted) ?? 1;
    while (given.has(id)) {
      number += 1;
      const ending = `-${number}`;
      id = `${wanted.slice(0, longestId - ending.length).replace(/-+$/, '')}${ending}`;
    }
    numbers.set(wanted, number);
    given.add(id);
    return id;
  };
}
