import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentsOf } from './segments.ts';

describe('segmentsOf', () => {
  it('cuts a passage at its marks', () => {
    const exact = 'Some 480,000 households were without electricity.';
    expect(segmentsOf({ exact, marks: [{ start: 5, end: 23 }] })).toEqual([
      { text: 'Some ', marked: false },
      { text: '480,000 households', marked: true },
      { text: ' were without electricity.', marked: false },
    ]);
  });

  it('gives the whole passage as one segment where nothing is marked', () => {
    expect(segmentsOf({ exact: 'Power is back.', marks: [] })).toEqual([
      { text: 'Power is back.', marked: false },
    ]);
  });

  it('keeps every character, whatever the marks', () => {
    const marks = fc.array(
      fc.tuple(fc.nat(40), fc.nat(40)).map(([one, other]) => ({
        start: Math.min(one, other),
        end: Math.max(one, other),
      })),
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), marks, (exact, spans) => {
        const joined = segmentsOf({ exact, marks: spans })
          .map((segment) => segment.text)
          .join('');
        expect(joined).toBe(exact);
      }),
    );
  });
});
