/** A source of numbers from 0 up to but not 1; the same seed gives the same numbers. */
export type Random = () => number;

/** Seeded pseudo-random numbers (FNV-1a into mulberry32): stable across machines, not for secrets. */
export function seededRandom(seed: string): Random {
  let state = 0x811c9dc5;
  for (let index = 0; index < seed.length; index += 1) {
    state = Math.imul(state ^ seed.charCodeAt(index), 0x01000193) >>> 0;
  }
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A new array with the same members in random order (Fisher–Yates). */
export function shuffle<Member>(members: readonly Member[], random: Random): Member[] {
  const shuffled = [...members];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const chosen = Math.floor(random() * (last + 1));
    const held = shuffled[last] as Member;
    shuffled[last] = shuffled[chosen] as Member;
    shuffled[chosen] = held;
  }
  return shuffled;
}

/**
 * A new array with the same members in an order that follows from their texts and the draw alone. The
 * order in which they were written plays no part: it may be the key, and a seed may be guessed.
 */
export function drawByText<Member>(
  members: readonly Member[],
  textOf: (member: Member) => string,
  random: Random,
): Member[] {
  const byText = members.toSorted((one, other) => {
    const [left, right] = [textOf(one), textOf(other)];
    return left === right ? 0 : left < right ? -1 : 1;
  });
  return shuffle(byText, random);
}

/** The seed of an item's draw in an attempt: the same options in the same order at every visit. */
export function drawSeedOf(
  attempt: { readonly seed: string },
  item: { readonly id: string },
): string {
  return `${attempt.seed}/${item.id}`;
}
