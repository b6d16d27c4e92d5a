import type { BrowserContext } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useStage } from '../stage.ts';
import { check, enter, stormItems, stormPoints } from '../storm.ts';
import {
  openCourseSystem,
  type CourseSystem,
  type Kept,
  type ScormVersion,
  type Visit,
} from './course-system.ts';

const stage = useStage();
let context: BrowserContext;
let lms: CourseSystem;

/** How each version calls what these tests look at. */
const versions = [
  {
    version: 'scorm-1.2',
    score: 'cmi.core.score.raw',
    exit: 'cmi.core.exit',
    response: 'student_response',
    wrong: 'wrong',
    mark: { 'cmi.student_data.mastery_score': '90' },
    statusOf: (kept: Kept) => kept['cmi.core.lesson_status'],
    passed: 'passed',
    failed: 'failed',
    begun: 'incomplete',
  },
  {
    version: 'scorm-2004',
    score: 'cmi.score.raw',
    exit: 'cmi.exit',
    response: 'learner_response',
    wrong: 'incorrect',
    mark: { 'cmi.scaled_passing_score': '0.9' },
    statusOf: (kept: Kept) => `${kept['cmi.completion_status']} ${kept['cmi.success_status']}`,
    passed: 'completed passed',
    failed: 'completed failed',
    begun: 'incomplete unknown',
  },
] as const;

async function setUp(version: ScormVersion): Promise<void> {
  context = await stage.browser.newContext({ viewport: { width: 700, height: 900 } });
  lms = await openCourseSystem(version);
  const reply = await fetch(`${stage.server.origin}/packages/storm/${version}?pass=70`);
  lms.unpack(new Uint8Array(await reply.arrayBuffer()));
}

afterEach(async () => {
  await context.close();
  lms.close();
});

async function goOn({ quiz }: Visit): Promise<void> {
  await quiz.getByRole('button', { name: /^(Next question|See your results)$/ }).click();
}

/** Answers from one item to another, and goes on after each. */
async function answer(visit: Visit, from: number, to: number, isRight: boolean): Promise<void> {
  for (const item of stormItems.slice(from, to)) {
    await enter(visit.quiz, isRight ? item.right : item.wrong);
    await check(visit.quiz);
    await goOn(visit);
  }
}

/** Kills the page as a crash or a pulled plug would: nothing of it runs any more. */
async function kill({ page }: Visit): Promise<void> {
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
}

/** The number of items that a course system knows to be answered. */
function interactionsOf(kept: Kept): Kept[] {
  const rows: Record<string, string>[] = [];
  for (const [name, value] of Object.entries(kept)) {
    const [, at = '', part = ''] = /^cmi\.interactions\.(\d+)\.(.*)$/.exec(name) ?? [];
    if (at !== '') rows[Number(at)] = { ...rows[Number(at)], [part]: value };
  }
  return rows;
}

describe.each(versions)('a course system of $version', (names) => {
  const { begun, exit, failed, mark, passed, response, score, statusOf, version, wrong } = names;
  beforeEach(() => setUp(version));

  it('is told score, status and every item type, answered right', async () => {
    const visit = await lms.visit(context);
    expect(statusOf(lms.kept())).toBe(begun);
    await answer(visit, 0, stormItems.length, true);
    expect(await visit.quiz.locator('h1').innerText()).toBe(
      `${stormItems.length} of ${stormItems.length} fully right, ${stormPoints} of ${stormPoints} points`,
    );
    expect(await visit.quiz.locator('p.done').innerText()).toContain('70%');
    expect([lms.kept()[score], statusOf(lms.kept())]).toEqual(['100', passed]);
    const rows = interactionsOf(lms.kept());
    expect(rows.map(({ id }) => id)).toEqual(stormItems.map(({ id }) => id));
    for (const row of rows) {
      const patterns = Object.entries(row).filter(([name]) => name.endsWith('.pattern'));
      expect(row).toMatchObject({ result: 'correct' });
      expect([...patterns.map(([, value]) => value), row['type']]).not.toContain(undefined);
      expect(row['timestamp'] ?? row['time']).toMatch(/\d\d:\d\d:\d\d/);
      expect(row['latency']).toMatch(/\d/);
      if (row['type'] !== 'numeric' && row['type'] !== 'fill-in') {
        expect(patterns.map(([, value]) => value)).toContain(row[response]);
      }
    }
    await visit.page.goto('about:blank');
    expect(lms.kept()[exit]).toBe(version === 'scorm-1.2' ? '' : 'suspend');
  });

  it('is told what was wrong, and that it was failed', async () => {
    const visit = await lms.visit(context);
    await answer(visit, 0, stormItems.length, false);
    expect([lms.kept()[score], statusOf(lms.kept())]).toEqual(['0', failed]);
    expect(interactionsOf(lms.kept()).map(({ result }) => result)).toEqual(
      stormItems.map(() => wrong),
    );
    expect(await visit.quiz.locator('p.notice').innerText()).toContain('70%');
  });

  it('has every answer by the time the page is killed, and lets it go on after', async () => {
    const visit = await lms.visit(context);
    await answer(visit, 0, 3, true);
    await enter(visit.quiz, stormItems[3]?.right ?? []);
    await check(visit.quiz);
    await kill(visit);
    expect(interactionsOf(lms.kept())).toHaveLength(4);
    const again = await lms.visit(context);
    expect(await again.quiz.locator('.progress p').innerText()).toBe('Question 5 of 11');
    await answer(again, 4, stormItems.length, true);
    expect([lms.kept()[score], statusOf(lms.kept())]).toEqual(['100', passed]);
    expect(interactionsOf(lms.kept())).toHaveLength(stormItems.length);
  });

  it('keeps a pass when the quiz is taken again and failed', async () => {
    const visit = await lms.visit(context);
    await answer(visit, 0, stormItems.length, true);
    await visit.page.close();
    const again = await lms.visit(context);
    expect(await again.quiz.locator('h1').innerText()).toContain('11 of 11');
    await again.quiz.getByRole('button', { name: 'Start again' }).click();
    await answer(again, 0, stormItems.length, false);
    expect(await again.quiz.locator('h1').innerText()).toContain('0 of 11');
    expect([lms.kept()[score], statusOf(lms.kept())]).toEqual(['100', passed]);
    await again.page.close();
    expect([lms.kept()[score], statusOf(lms.kept())]).toEqual(['100', passed]);
  });

  it('has its own mark followed, and fails no attempt that is not finished', async () => {
    lms.prepare(mark);
    const visit = await lms.visit(context);
    await answer(visit, 0, 3, true);
    await visit.page.close();
    expect(statusOf(lms.kept())).toBe(begun);
    const again = await lms.visit(context);
    await answer(again, 3, stormItems.length - 1, true);
    await answer(again, stormItems.length - 1, stormItems.length, false);
    // Ten of twelve points are more than the package's mark and less than the course's.
    expect(await again.quiz.locator('p.notice').innerText()).toContain('90%');
    expect([lms.kept()[score], statusOf(lms.kept())]).toEqual(['83.33', failed]);
  });

  it('that takes nothing is said to, and told all of it as soon as it does', async () => {
    const visit = await lms.visit(context);
    await visit.page.evaluate('window.isBroken = true');
    await enter(visit.quiz, stormItems[0]?.right ?? []);
    await check(visit.quiz);
    const note = visit.quiz.getByRole('status');
    await note.getByText('The course did not take the answer').waitFor();
    expect(interactionsOf(lms.kept())).toHaveLength(0);
    await goOn(visit);
    await enter(visit.quiz, stormItems[1]?.right ?? []);
    await visit.page.evaluate('window.isBroken = false');
    await check(visit.quiz);
    await note.getByText('The course did not take the answer').waitFor({ state: 'detached' });
    expect(interactionsOf(lms.kept()).map(({ id }) => id)).toEqual(['repairs', 'wire-states']);
    await visit.page.evaluate('window.isBroken = true');
    await goOn(visit);
    await enter(visit.quiz, stormItems[2]?.right ?? []);
    await check(visit.quiz);
    const button = note.getByRole('button', { name: 'Send it again' });
    const focused = visit.quiz.locator('main :focus');
    await button.press('Enter');
    await focused.getByText('Send it again').waitFor();
    await visit.page.evaluate('window.isBroken = false');
    await visit.page.keyboard.press('Enter');
    await note.getByText('The course did not take the answer').waitFor({ state: 'detached' });
    expect(interactionsOf(lms.kept())).toHaveLength(3);
    expect(await focused.count()).toBe(1);
  });

  it('gives back a state of nonsense, and the quiz begins anew', async () => {
    lms.prepare({ 'cmi.suspend_data': '[1,"x",[["zz"' });
    const visit = await lms.visit(context);
    expect(await visit.quiz.locator('.progress p').innerText()).toBe('Question 1 of 11');
    await answer(visit, 0, 1, true);
    expect(interactionsOf(lms.kept())).toHaveLength(1);
  });

  it('is called once to begin, once for each answer, and once to end', async () => {
    const visit = await lms.visit(context);
    const callsOf = async (pattern: string) =>
      Number(
        await visit.page.evaluate(
          `window.calls.filter(([name]) => new RegExp('${pattern}').test(name)).length`,
        ),
      );
    const before = await callsOf('^(LMS)?Commit');
    await answer(visit, 0, 4, true);
    expect((await callsOf('^(LMS)?Commit')) - before).toBe(4);
    expect(await callsOf('^(LMS)?Initialize')).toBe(1);
    await visit.page.evaluate(`document.querySelector('iframe').remove()`);
    expect(await callsOf('^(LMSFinish|Terminate)$')).toBe(1);
    expect(await callsOf('^(LMS)?Commit')).toBe(before + 5);
  });

  it('is missing, and the quiz says so and plays to the end', async () => {
    const page = await context.newPage();
    await page.goto(`${lms.site.origin}/course/index.html`);
    await page.getByText('Not tracked: no course system').waitFor();
    for (const item of stormItems) {
      await enter(page, item.right);
      await check(page);
      await page.getByRole('button', { name: /^(Next question|See your results)$/ }).click();
    }
    expect(await page.locator('h1').innerText()).toContain('11 of 11');
  });
});
