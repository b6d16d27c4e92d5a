import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accentStyle, contrast } from './accent.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => value.toString(16).padStart(6, '0'));

/** A custom property of the style, without its sign. */
function property(style: string, name: string): string {
  return new RegExp(`${name}:#([0-9a-f]{6})`).exec(style)?.[1] ?? '';
}

describe('contrast', () => {
  it.each([
    ['000000', 'ffffff', 21],
    ['ffffff', 'ffffff', 1],
    ['777777', 'ffffff', 4.48],
  ])('of %s on %s is %d', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2);
    expect(contrast(other, one)).toBeCloseTo(ratio, 2);
  });
});

describe('an accent', () => {
  it('leaves a button readable, whatever its colour', () => {
    fc.assert(
      fc.property(colour, (accent) => {
        const on = property(accentStyle(accent), '--on-accent');
        expect(contrast(on, accent)).toBeGreaterThanOrEqual(4.1);
      }),
    );
  });

  it('is a link’s only where it can be read on the paper', () => {
    fc.assert(
      fc.property(colour, (accent) => {
        const [, light = '', dark = ''] =
          /light-dark\(#(\w+),#(\w+)\)/.exec(accentStyle(accent)) ?? [];
        expect(contrast(light, 'fbfaf6')).toBeGreaterThanOrEqual(4.5);
        expect(contrast(dark, '15161a')).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('is taken as it is where it can be', () => {
    expect(accentStyle('aa0000')).toContain('light-dark(#aa0000,#8fbef5)');
  });
});
