import { expect, it } from 'vitest';
import { measureModules } from '../../scripts/measure-modules.js';

it('keeps modules small: median at most 60 lines, one in ten over 200 at most, none over 300', () => {
  const { median, p90, largest, count } = measureModules();
  expect(count).toBeGreaterThan(100);
  expect(median).toBeLessThanOrEqual(60);
  expect(p90).toBeLessThanOrEqual(200);
  expect(largest.lines).toBeLessThanOrEqual(300);
});
