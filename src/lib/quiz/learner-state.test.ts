import { describe, expect, it } from 'vitest';
import { learnerState, stalledAfterMs, type AttemptPlace } from './learner-state.ts';

const now = 1_000_000;
const here = { hasJoined: true, mayAnswer: true };
const at = (answered: number, ago: number): AttemptPlace => ({
  answered,
  total: 3,
  lastAt: now - ago,
});

describe('a learner’s state', () => {
  it.each([
    ['absent', null, { hasJoined: false, mayAnswer: true }],
    ['not-started', null, here],
    ['working', at(0, 0), here],
    ['working', at(2, stalledAfterMs - 1), here],
    ['stalled', at(2, stalledAfterMs), here],
    ['stalled', at(0, stalledAfterMs), here],
    ['unfinished', at(2, 0), { hasJoined: true, mayAnswer: false }],
    ['done', at(3, stalledAfterMs), here],
    ['done', at(3, 0), { hasJoined: true, mayAnswer: false }],
  ] as const)('is %s at %j of %j', (state, place, learner) => {
    expect(learnerState(place, learner, now)).toBe(state);
  });
});
