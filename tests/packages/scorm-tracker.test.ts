import { describe, expect, it } from 'vitest';
import { interactionOf } from '../../src/lib/formats/interaction.ts';
import type { ScormDialect } from '../../src/lib/formats/scorm/dialect.ts';
import { scorm12 } from '../../src/lib/formats/scorm/scorm-12.ts';
import { scorm2004 } from '../../src/lib/formats/scorm/scorm-2004.ts';
import { english } from '../../src/lib/messages/english.ts';
import { optionIdAt } from '../../src/lib/quiz/ids.ts';
import { keptTracker } from '../../src/lib/player/kept-tracker.ts';
import { scormTracker } from '../../src/lib/player/scorm/scorm-tracker.ts';
import type { Standing } from '../../src/lib/player/tracker.ts';
import { makeItem } from '../items/make-item.ts';
import { makeFakeLms } from './fake-lms.ts';

const outcome = { points: 1, maxPoints: 1, correct: true };
const interaction = interactionOf(
  makeItem('single-choice'),
  { option: optionIdAt(1) },
  outcome,
  english.say,
);
const answer = { interaction, answeredAt: 0, latencyMs: 1000 };
const untracked = keptTracker('zq', false, () => {
  throw new Error('no storage');
});

function standing(part: Partial<Standing> = {}): Standing {
  return { points: 1, maxPoints: 10, isFinished: false, isPassed: null, ...part };
}

async function openAt(dialect: ScormDialect, known: Readonly<Record<string, string>> = {}) {
  const lms = makeFakeLms(dialect, known);
  let atMs = 0;
  const clock = { now: () => (atMs += 1000), offsetAt: () => 0 };
  const tracker = scormTracker(lms.api, dialect, clock, untracked);
  const opened = await tracker.open();
  const tell = (part: Partial<Standing>, state = 'zqstate') =>
    tracker.answered(answer, (longest) => state.slice(0, longest), standing(part));
  return { lms, opened, tell, tracker };
}

/** The names by which the versions know what an attempt came to. */
const names = {
  '1.2': {
    dialect: scorm12,
    score: 'cmi.core.score.raw',
    exit: 'cmi.core.exit',
    time: 'cmi.core.session_time',
    markElement: 'cmi.student_data.mastery_score',
    mark: '80',
    mode: 'cmi.core.lesson_mode',
    finishedExit: '',
  },
  '2004': {
    dialect: scorm2004,
    score: 'cmi.score.raw',
    exit: 'cmi.exit',
    time: 'cmi.session_time',
    markElement: 'cmi.scaled_passing_score',
    mark: '0.8',
    mode: 'cmi.mode',
    finishedExit: 'suspend',
  },
} as const;

describe.each(Object.entries(names))('an LMS of SCORM %s', (version, each) => {
  const { dialect, exit, finishedExit, mark, markElement, score, time } = each;
  const statusOf = (kept: Readonly<Record<string, string>>) =>
    version === '1.2'
      ? kept['cmi.core.lesson_status']
      : [kept['cmi.completion_status'], kept['cmi.success_status'] ?? 'unknown'].join(' ');

  it('learns at once that the learner has begun and may come back', async () => {
    const { lms, opened } = await openAt(dialect);
    expect(opened).toEqual({ isTracked: true, state: null, masteryShare: null });
    expect(statusOf(lms.kept())).toBe(version === '1.2' ? 'incomplete' : 'incomplete unknown');
    expect(lms.kept()[exit]).toBe('suspend');
  });

  it('is told each answer by one commit, and keeps the score so far', async () => {
    const { lms, tell } = await openAt(dialect);
    const before = lms.calls.length;
    expect(await tell({ points: 1 })).toBe(true);
    expect(lms.calls.slice(before)).toEqual(['commit']);
    expect(lms.kept()).toMatchObject({ [score]: '10', 'cmi.suspend_data': 'zqstate' });
    await tell({ points: 2.5 });
    expect(lms.kept()).toMatchObject({ [score]: '25', 'cmi.interactions._count': '2' });
  });

  it.each([
    [true, 'passed', 'completed passed'],
    [false, 'failed', 'completed failed'],
    [null, 'completed', 'completed unknown'],
  ])('is told the end: passed %s', async (isPassed, in12, in2004) => {
    const { lms, tell, tracker } = await openAt(dialect);
    await tell({ points: 7, isFinished: true, isPassed });
    expect(statusOf(lms.kept())).toBe(version === '1.2' ? in12 : in2004);
    tracker.leave();
    expect(lms.kept()[exit]).toBe(finishedExit);
    expect(lms.calls.slice(-2)).toEqual(['commit', 'terminate']);
  });

  it('is told no score before the end where it would fail an attempt by its own mark', async () => {
    const { lms, opened, tell } = await openAt(dialect, { [markElement]: mark });
    expect(opened.masteryShare).toBe(0.8);
    await tell({ points: 3, isPassed: false });
    expect(lms.kept()[score]).toBeUndefined();
    await tell({ points: 9, isFinished: true, isPassed: true });
    expect(lms.kept()[score]).toBe('90');
  });

  it('is told no score before the end where the package has a mark, which it may keep to itself', async () => {
    const { lms, tell } = await openAt(dialect);
    await tell({ points: 3, isPassed: false });
    expect(lms.kept()[score]).toBeUndefined();
    await tell({ points: 9, isFinished: true, isPassed: true });
    expect(lms.kept()[score]).toBe('90');
  });

  it('never learns less than it knows', async () => {
    const known = await openAt(dialect);
    await known.tell({ points: 8, isFinished: true, isPassed: true });
    const { lms, tell } = await openAt(dialect, known.lms.kept());
    const status = statusOf(lms.kept());
    await tell({ points: 1, isPassed: false });
    expect([lms.kept()[score], statusOf(lms.kept())]).toEqual(['80', status]);
    await tell({ points: 3, isFinished: true, isPassed: false });
    expect([lms.kept()[score], statusOf(lms.kept())]).toEqual(['80', status]);
    await tell({ points: 9, isFinished: true, isPassed: true });
    expect([lms.kept()[score], statusOf(lms.kept())]).toEqual(['90', status]);
  });

  it('learns that what was failed is passed now', async () => {
    const known = await openAt(dialect);
    await known.tell({ points: 3, isFinished: true, isPassed: false });
    const { lms, tell } = await openAt(dialect, known.lms.kept());
    await tell({ points: 9, isFinished: true, isPassed: true });
    expect(statusOf(lms.kept())).toBe(version === '1.2' ? 'passed' : 'completed passed');
  });

  it.each(['commit', 'set', 'cmi.suspend_data'])(
    'that does not take %s is told again, and nothing twice',
    async (name) => {
      const { lms, tell, tracker } = await openAt(dialect);
      lms.failing.add(name);
      expect(await tell({ points: 1 })).toBe(false);
      expect(await tracker.again()).toBe(false);
      lms.failing.clear();
      expect(await tracker.again()).toBe(true);
      expect(lms.kept()).toMatchObject({ [score]: '10', 'cmi.interactions._count': '1' });
      const calls = lms.calls.length;
      expect(await tracker.again()).toBe(true);
      expect(lms.calls.length).toBe(calls);
    },
  );

  it('that missed an answer gets it along with the next one', async () => {
    const { lms, tell } = await openAt(dialect);
    lms.failing.add('commit');
    await tell({ points: 1 });
    lms.failing.clear();
    expect(await tell({ points: 2 })).toBe(true);
    expect(lms.kept()).toMatchObject({ [score]: '20', 'cmi.interactions._count': '2' });
  });

  it('that keeps no interactions is told all else', async () => {
    const { lms, tell } = await openAt(dialect);
    lms.failing.add('cmi.interactions');
    expect(await tell({ points: 1 })).toBe(true);
    expect(lms.kept()[score]).toBe('10');
  });

  it('that takes no long state is given a short one', async () => {
    const { lms, tell } = await openAt(dialect);
    const set = lms.api[dialect.calls.set];
    const strict = {
      ...lms.api,
      [dialect.calls.set]: (name: string, value: string) =>
        name === 'cmi.suspend_data' && value.length > 1500 ? 'false' : set?.(name, value),
    };
    const tracker = scormTracker(strict, dialect, { now: () => 0, offsetAt: () => 0 }, untracked);
    await tracker.open();
    expect(
      await tracker.answered(answer, (longest) => 'z'.repeat(Math.min(longest, 5000)), standing()),
    ).toBe(true);
    expect(lms.kept()['cmi.suspend_data']).toHaveLength(1024);
    expect(await tell({})).toBe(true);
  });

  it('is committed to when the page is hidden, and ended once when it goes', async () => {
    const { lms, tracker } = await openAt(dialect);
    const before = lms.calls.length;
    tracker.hide();
    tracker.leave();
    tracker.leave();
    tracker.hide();
    expect(lms.calls.slice(before)).toEqual(['commit', 'commit', 'terminate']);
    expect(lms.kept()[exit]).toBe('suspend');
    expect(lms.kept()[time]).toMatch(/^(?:00:00:0\d\.00|PT\dS)$/);
  });

  it('gives the state back whatever it says of the entry', async () => {
    const { opened } = await openAt(dialect, {
      'cmi.suspend_data': 'zqkept',
      'cmi.core.entry': '',
      'cmi.entry': 'ab-initio',
    });
    expect(opened.state).toBe('zqkept');
  });

  it.each(['browse', 'review'])('is told and keeps nothing in mode %s', async (mode) => {
    const known = { [each.mode]: mode, 'cmi.suspend_data': 'zqkept' };
    const { lms, opened, tell, tracker } = await openAt(dialect, known);
    expect(opened).toMatchObject({ isTracked: false, isBrowsed: true });
    expect(opened.state).toBe(mode === 'review' ? 'zqkept' : null);
    expect(await tell({ points: 9, isFinished: true, isPassed: true })).toBe(true);
    tracker.hide();
    expect(await tracker.again()).toBe(true);
    tracker.leave();
    expect(Object.fromEntries(lms.elements)).toEqual(known);
    expect(lms.calls).toEqual(['initialize', 'terminate']);
  });

  it('that begins no session is as none', async () => {
    const lms = makeFakeLms(dialect);
    lms.failing.add('initialize');
    const clock = { now: () => 0, offsetAt: () => 0 };
    const tracker = scormTracker(lms.api, dialect, clock, untracked);
    expect(await tracker.open()).toMatchObject({ isTracked: false });
    expect(await tracker.answered(answer, () => 'zq', standing())).toBe(true);
    tracker.leave();
    expect(lms.calls).toEqual(['initialize']);
  });

  it('that throws loses the player nothing', async () => {
    const throwing = () => {
      throw new Error('cross-origin');
    };
    const { calls } = dialect;
    const api = Object.fromEntries(Object.values(calls).map((name) => [name, throwing]));
    const begins = { ...api, [calls.initialize]: () => true };
    const clock = { now: () => 0, offsetAt: () => 0 };
    const tracker = scormTracker(begins, dialect, clock, untracked);
    expect(await tracker.open()).toMatchObject({ isTracked: true, state: null });
    expect(await tracker.answered(answer, () => 'zq', standing())).toBe(false);
    expect(() => tracker.leave()).not.toThrow();
  });
});

describe('an LMS of SCORM 1.2 that has only what it has to', () => {
  it('has been told all the same', async () => {
    const { lms, tell } = await openAt(scorm12);
    for (const part of ['min', 'max']) lms.failing.add(`cmi.core.score.${part}`);
    lms.failing.add('cmi.interactions');
    expect(await tell({ points: 1 })).toBe(true);
    expect(lms.kept()).toMatchObject({ 'cmi.core.score.raw': '10' });
  });
});

describe('an LMS of SCORM 2004 that begins every attempt anew unless one is suspended', () => {
  it('still knows of a pass when the learner comes back', async () => {
    const first = await openAt(scorm2004);
    await first.tell({ points: 9, isFinished: true, isPassed: true });
    first.tracker.leave();
    const kept = first.lms.kept();
    const { lms, opened } = await openAt(scorm2004, kept['cmi.exit'] === 'suspend' ? kept : {});
    expect(opened.state).toBe('zqstate');
    expect(lms.kept()).toMatchObject({
      'cmi.completion_status': 'completed',
      'cmi.success_status': 'passed',
      'cmi.score.scaled': '0.9',
    });
  });
});
