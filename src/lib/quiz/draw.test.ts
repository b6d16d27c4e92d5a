import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom, shuffle } from './draw.ts';

describe('a seeded draw', () => {
  it('is the same for the same seed and another for another', () => {
    const members = Array.from({ length: 20 }, (_, index) => index);
    expect(shuffle(members, seededRandom('a'))).toEqual(shuffle(members, seededRandom('a')));
    expect(shuffle(members, seededRandom('a'))).not.toEqual(shuffle(members, seededRandom('b')));
  });

  it('keeps every member once, and leaves the given list as it is', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (members, seed) => {
        const before = [...members];
        const shuffled = shuffle(members, seededRandom(seed));
        expect(members).toEqual(before);
        expect(shuffled.toSorted()).toEqual(before.toSorted());
      }),
    );
  });

  it('puts each member in each place about equally often', () => {
    const counts = [0, 0, 0];
    for (let seed = 0; seed < 3000; seed += 1) {
      const place = shuffle(['key', 'b', 'c'], seededRandom(`att_${seed}/item`)).indexOf('key');
      counts[place] = (counts[place] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(900);
  });

  it('gives numbers from 0 up to but not 1', () => {
    const random = seededRandom('a');
    const numbers = Array.from({ length: 1000 }, random);
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
    expect(new Set(numbers).size).toBeGreaterThan(990);
  });
});
