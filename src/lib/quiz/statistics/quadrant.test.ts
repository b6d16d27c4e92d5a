import { expect, it } from 'vitest';
import { quadrantOf } from './quadrant.ts';

it.each([
  [0.75, 0.2, 'discuss'],
  [0.76, 0.2, 'fine'],
  [0.75, 0.19, 'check-key'],
  [0.9, 0.1, 'too-easy'],
  [0.1, -0.3, 'check-key'],
] as const)('facility %f and r %f ask to %s', (facility, restR, quadrant) => {
  expect(quadrantOf(facility, restR)).toBe(quadrant);
});
