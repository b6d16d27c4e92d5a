import { expect, it } from 'vitest';
import { makeHeightGuard } from './height-guard.ts';

/** What is told of heights that are measured one every `everyMs`. */
function toldOf(heights: readonly number[], everyMs: number): (number | null)[] {
  let nowMs = 0;
  const guard = makeHeightGuard(() => nowMs);
  return heights.map((height) => {
    nowMs += everyMs;
    return guard(height);
  });
}

it('a height is told when it changes, greater or smaller', () => {
  expect(toldOf([500, 500, 900, 900, 400], 200)).toEqual([500, null, 900, null, 400]);
});

it('two heights that take turns end at the greater one', () => {
  const swinging = Array.from({ length: 40 }, (_each, index) => (index % 2 === 0 ? 600 : 640));
  const told = toldOf(swinging, 16).filter((height) => height !== null);
  expect(told.length).toBeLessThan(8);
  expect(told.at(-1)).toBe(640);
});

it('a reader who opens and closes something is no loop', () => {
  expect(toldOf([500, 700, 500, 700, 500, 700], 900)).toEqual([500, 700, 500, 700, 500, 700]);
});
