import { describe, expect, it } from 'vitest';
import type { AssignmentId, ItemId } from './ids';
import { judgedOutcome, judging, rescoredOutcome, type Rescore } from './rescore';

const itemId = 'repairs' as ItemId;
const wrong = { points: 0, maxPoints: 2, correct: false };
const full = { points: 2, maxPoints: 2, correct: true };

function rescore(kind: Rescore['kind'], accepted: string | null = null): Rescore {
  return {
    id: `rsc_${kind}`,
    assignmentId: 'asg_1' as AssignmentId,
    itemId,
    kind,
    accepted,
    reason: 'It can be read so.',
    createdAt: 1,
    withdrawnAt: null,
  };
}

describe('an answer under corrections', () => {
  it.each([
    ['full marks are points alone', [rescore('full-marks')], 'a', full, wrong],
    ['full marks give nothing for no answer', [rescore('full-marks')], null, wrong, wrong],
    ['an accepted answer is right in both', [rescore('accept', 'A ')], 'a', full, full],
    ['another than the accepted one is not', [rescore('accept', 'b')], 'a', wrong, wrong],
    ['a dropped item counts in neither', [rescore('drop')], 'a', null, null],
    ['drop outdoes full marks', [rescore('full-marks'), rescore('drop')], 'a', null, null],
    [
      'accepted and full marks together',
      [rescore('full-marks'), rescore('accept', 'b')],
      'a',
      full,
      wrong,
    ],
    ['one taken back', [{ ...rescore('accept', 'a'), withdrawnAt: 2 }], 'a', wrong, wrong],
  ])('%s', (_name, rescores, written, earned, judged) => {
    expect(rescoredOutcome(rescores, itemId, written, wrong)).toEqual(earned);
    expect(judgedOutcome(rescores, itemId, written, wrong)).toEqual(judged);
  });

  it('is judged by all but full marks', () => {
    const accept = rescore('accept', 'a');
    expect(judging([rescore('full-marks'), accept])).toEqual([accept]);
  });
});
