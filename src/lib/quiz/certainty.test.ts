import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrationOf, type Prediction } from './calibration.ts';
import { certainties, isConfident, probabilityOf, readCertainty } from './certainty.ts';
import { certaintyMark } from './certainty-marks.ts';
import { discernmentOf } from './discernment.ts';
import { outcomeOf } from './outcome.ts';
import { verdictLabels } from './verdict-label.ts';
import { wilson } from './wilson.ts';

const anyPrediction: fc.Arbitrary<Prediction> = fc.record({
  certainty: fc.constantFrom(...certainties),
  chance: fc.double({ min: 0, max: 0.5, noNaN: true }),
  correct: fc.boolean(),
});
const anyJudgement = fc.record({
  key: fc.constantFrom(...verdictLabels),
  given: fc.constantFrom(...verdictLabels),
});

describe('a certainty', () => {
  it('is one of five, and nothing else', () => {
    expect(certainties.map((each) => readCertainty(String(each)))).toEqual(certainties);
    expect(['', '0', '100', '60 %', '60.0', 'GUESSING', '-6'].map(readCertainty)).toEqual(
      Array.from({ length: 7 }, () => null),
    );
  });

  it('claims the chance level of the item where it is a guess', () => {
    expect(probabilityOf('guessing', 0.25)).toBe(0.25);
    expect(probabilityOf('guessing', 0)).toBe(0);
    expect(probabilityOf(90, 0.25)).toBe(0.9);
  });

  it('is confident from 75 % on', () => {
    expect([null, ...certainties].map(isConfident)).toEqual([
      false,
      false,
      false,
      true,
      true,
      true,
    ]);
  });
});

describe('a certainty mark', () => {
  it('pays for honesty: each level is the best one where it is meant for', () => {
    const expected = (p: number, certainty: (typeof certainties)[number]) =>
      p * certaintyMark(outcomeOf(1), certainty) + (1 - p) * certaintyMark(outcomeOf(0), certainty);
    const best = (p: number) =>
      certainties.toSorted((one, other) => expected(p, other) - expected(p, one))[0];
    expect([0.5, 0.66, 0.67, 0.79, 0.81, 0.95].map(best)).toEqual([
      'guessing',
      'guessing',
      75,
      75,
      90,
      90,
    ]);
  });
});

describe('calibration', () => {
  it('is nothing where nobody said how sure they were', () => {
    expect(calibrationOf([])).toBeNull();
  });

  it('keeps its figures within bounds, loses no answer, and fills its bins', () => {
    fc.assert(
      fc.property(fc.array(anyPrediction, { minLength: 1 }), (predictions) => {
        const calibration = calibrationOf(predictions);
        if (!calibration) throw new Error('There were predictions');
        const { bins, brier, bias, n } = calibration;
        expect(brier).toBeGreaterThanOrEqual(0);
        expect(brier).toBeLessThanOrEqual(1);
        expect(Math.abs(bias)).toBeLessThanOrEqual(1);
        expect(bins.reduce((sum, bin) => sum + bin.n, 0)).toBe(n);
        expect(n < 5 ? bins.length === 1 : bins.every((bin) => bin.n >= 5)).toBe(true);
        for (const { accuracy } of bins) {
          expect(accuracy.low).toBeLessThanOrEqual(accuracy.share + 1e-12);
          expect(accuracy.high).toBeGreaterThanOrEqual(accuracy.share - 1e-12);
        }
      }),
    );
  });

  it('is the same in whatever order the answers came', () => {
    const shuffled = fc
      .array(anyPrediction, { minLength: 1 })
      .chain((each) =>
        fc.tuple(fc.constant(each), fc.shuffledSubarray(each, { minLength: each.length })),
      );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        const [first, second] = [calibrationOf(one), calibrationOf(other)];
        expect(second?.brier).toBeCloseTo(first?.brier ?? NaN, 12);
        expect(second?.bias).toBeCloseTo(first?.bias ?? NaN, 12);
        expect(second?.bins.map(({ n, right }) => [n, right])).toEqual(
          first?.bins.map(({ n, right }) => [n, right]),
        );
      }),
    );
  });

  it('has an interval that stays within 0 and 1', () => {
    expect(wilson(0, 5).low).toBe(0);
    expect(wilson(5, 5).high).toBe(1);
  });
});

describe('discernment', () => {
  const judge = (key: 'supported' | 'refuted', given: 'supported' | 'refuted', times: number) =>
    Array.from({ length: times }, () => ({ key, given }));

  it.each([
    [
      'believing',
      [
        ...judge('supported', 'supported', 5),
        ...judge('refuted', 'supported', 3),
        ...judge('refuted', 'refuted', 2),
      ],
    ],
    ['doubting', [...judge('supported', 'refuted', 5), ...judge('refuted', 'refuted', 6)]],
    ['even', [...judge('supported', 'supported', 5), ...judge('refuted', 'refuted', 5)]],
    [null, [...judge('supported', 'supported', 4), ...judge('refuted', 'supported', 9)]],
  ] as const)('leans %s', (lean, judgements) => {
    expect(discernmentOf(judgements).lean).toBe(lean);
  });

  it('says nothing of a kind of claim that was not met', () => {
    expect(discernmentOf(judge('supported', 'supported', 3))).toMatchObject({
      accepted: { hits: 3, n: 3 },
      discernment: null,
      bias: null,
      lean: null,
    });
  });

  it('keeps within −1 and 1, and counts the same in whatever order', () => {
    fc.assert(
      fc.property(fc.array(anyJudgement), (judgements) => {
        const found = discernmentOf(judgements);
        expect(Math.abs(found.discernment ?? 0)).toBeLessThanOrEqual(1);
        expect(Math.abs(found.bias ?? 0)).toBeLessThanOrEqual(1);
        expect(found.accepted.n + found.rejected.n).toBe(judgements.length);
        expect(discernmentOf(judgements.toReversed())).toEqual(found);
      }),
    );
  });
});
