import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { calibrationOf, type Calibration, type Prediction } from './calibration.ts';
import type { Certainty } from './certainty.ts';
import { certaintyMark } from './certainty-marks.ts';
import { discernmentOf, type Discernment, type Judgement } from './discernment.ts';

/** What `npm run oracle` computed from the definitions, in another language. */
const oracle = JSON.parse(readFileSync('tests/oracle/certainty.json', 'utf8')) as {
  readonly sets: readonly {
    readonly answers: readonly Prediction[];
    readonly calibration: Calibration;
    readonly judgements: readonly Judgement[];
    readonly discernment: Discernment;
  }[];
  readonly marks: readonly {
    readonly points: number;
    readonly maxPoints: number;
    readonly certainty: Certainty | null;
    readonly mark: number;
  }[];
};

/** Every number of a structure by its path, so that each can be held to 1e-9. */
function numbersIn(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([name, member]) => numbersIn(member, `${path}.${name}`));
}

function expectAlike(found: unknown, expected: unknown): void {
  const known = new Map(numbersIn(found));
  for (const [path, value] of numbersIn(expected)) {
    const own = known.get(path);
    if (typeof value !== 'number') expect([path, own]).toEqual([path, value]);
    else expect(Math.abs(Number(own) - value), `${path}: ${own} for ${value}`).toBeLessThan(1e-9);
  }
}

it.each(oracle.sets.map((set) => [set.answers.length, set] as const))(
  'calibration and discernment of %i answers agree with an independent computation',
  (_size, { answers, calibration, judgements, discernment }) => {
    expectAlike(calibrationOf(answers), calibration);
    expect(calibrationOf(answers)?.bins).toHaveLength(calibration.bins.length);
    expectAlike(discernmentOf(judgements), discernment);
  },
);

it('certainty marks agree with an independent computation', () => {
  expect(oracle.marks.length).toBe(42);
  for (const { points, maxPoints, certainty, mark } of oracle.marks) {
    const outcome = { points, maxPoints, correct: points === maxPoints };
    expect(Math.abs(certaintyMark(outcome, certainty) - mark)).toBeLessThan(1e-9);
  }
});
