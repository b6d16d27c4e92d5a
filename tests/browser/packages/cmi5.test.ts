import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startLms, type FakeLms } from '../../cmi5/fake-lms.ts';
import type { Launch } from '../../cmi5/lms-session.ts';
import { verbOf } from '../../cmi5/rules.ts';
import { statementFaults } from '../../formats/statement-faults.ts';
import { startServer, type TestServer } from '../../http/server.ts';
import { openBrowser } from '../chromium.ts';
import { check, enter, stormItems } from '../storm.ts';
import { openPackageSite, type PackageSite } from './package-site.ts';

let server: TestServer;
let browser: Browser;
let site: PackageSite;
let lms: FakeLms;
let page: Page;
beforeAll(async () => {
  server = await startServer({ CONTENT_DIR: 'tests/fixtures/storm' });
  browser = await openBrowser();
  site = await openPackageSite();
  const response = await fetch(`${server.origin}/packages/storm/cmi5?pass=50`);
  expect(response.status).toBe(200);
  site.unpack('unit', new Uint8Array(await response.arrayBuffer()));
});
afterAll(async () => {
  site.close();
  await browser.close();
  await server.stop();
});
beforeEach(async () => {
  lms = await startLms();
  page = await browser.newPage();
});
afterEach(async () => {
  await page.close();
  await lms.close();
});

/** Launches the unit as the LMS would. */
async function launch(part: Partial<Launch> = {}): Promise<void> {
  await page.goto(lms.launch(`${site.origin}/unit/index.html`, { masteryScore: 0.5, ...part }));
  await page.locator('form[action*="?/answer"], form[action*="?/again"]').first().waitFor();
}

const question = () => page.locator('form[action*="?/answer"]');

/** Answers the question in view, and waits for the reveal. */
async function answer(how: 'right' | 'wrong' = 'right'): Promise<void> {
  const kicker = await page.getByText(/^Question \d+ of/).innerText();
  const item = stormItems[Number(/\d+/.exec(kicker)?.[0]) - 1];
  if (!item) throw new Error(`No item stands at “${kicker}”`);
  await enter(page, item[how]);
  await check(page);
}

async function goOn(): Promise<void> {
  await page.locator('form[action="?/next"] button').click();
  await page.locator('form[action*="?/answer"], form[action*="?/again"]').first().waitFor();
}

/** Answers so many questions, or all, and goes on after each. */
async function answerSome(how: 'right' | 'wrong' = 'right', count = Infinity): Promise<number> {
  let answered = 0;
  while (answered < count && (await question().count()) > 0) {
    await answer(how);
    await goOn();
    answered += 1;
  }
  return answered;
}

/** The verbs of each session, in order, those alike in a row counted. */
function verbs(): string[] {
  return lms.sessions.map(({ statements }) =>
    statements
      .map(verbOf)
      .join(' ')
      .replaceAll(/answered(?: answered)*/g, (run) => `answered×${run.split(' ').length}`),
  );
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}

const hasEnded = () => lms.sessions.at(-1)?.statements.map(verbOf).at(-1) === 'terminated';

describe('a course of cmi5', () => {
  it.each([
    ['right', 'passed'],
    ['wrong', 'failed'],
  ] as const)(
    'answered %s states a whole session in order, %s, and breaks no rule',
    async (how, verb) => {
      await launch();
      const count = await answerSome(how);
      expect(count).toBe(stormItems.length);
      await page.goto('about:blank');
      await until(hasEnded);
      expect(lms.faults).toEqual([]);
      const judged = verb === 'passed' ? 'passed completed' : 'completed failed';
      expect(verbs()).toEqual([`initialized answered×${count} ${judged} terminated`]);
      const statements = lms.sessions[0]?.statements ?? [];
      expect(statementFaults(statements)).toEqual([]);
      const ids = statements.map(({ object }) => object.id);
      expect(ids).toContain(`${server.origin}/banks/storm/items/repairs`);
    },
  );

  it('goes on where it was left, and states completed once for both launches', async () => {
    await launch();
    await answerSome('right', 3);
    await page.goto('about:blank');
    await until(hasEnded);
    await launch();
    const rest = await answerSome();
    await page.goto('about:blank');
    await until(hasEnded);
    await launch();
    expect(await page.locator('form[action*="?/again"]').count()).toBe(1);
    await page.goto('about:blank');
    await until(hasEnded);
    expect(verbs()).toEqual([
      'initialized answered×3 terminated',
      `initialized answered×${rest} passed completed terminated`,
      'initialized terminated',
    ]);
    expect(lms.faults).toEqual([]);
  });

  it('says that the best try counts, and passes what is taken again in one launch', async () => {
    await launch();
    const count = await answerSome('wrong');
    await page.getByText('of all tries the course keeps the best').waitFor();
    await page.getByRole('button', { name: 'Start again' }).click();
    await answerSome();
    await page.getByText('The course keeps that you have passed').waitFor();
    await page.goto('about:blank');
    await until(hasEnded);
    expect(verbs()).toEqual([
      `initialized answered×${count} completed answered×${count} passed terminated`,
    ]);
    expect(lms.faults).toEqual([]);
  });

  it('is browsed without a trace, and says so', async () => {
    await launch({ mode: 'Browse' });
    await page.getByText('shows this quiz to be looked at').waitFor();
    await answerSome();
    await page.goto('about:blank');
    await until(hasEnded);
    expect(verbs()).toEqual(['initialized terminated']);
    expect(lms.documents.size).toBe(0);
    expect(lms.faults).toEqual([]);
  });

  it('plays while the record store fails, says so, and states all of it once it is back', async () => {
    await launch();
    await answerSome('right', 1);
    lms.mood = (_method, kind) => (kind === 'statements' ? { status: 503 } : null);
    await answer();
    await page.getByText('did not take the answer').waitFor();
    await goOn();
    await answerSome('right', 1);
    lms.mood = null;
    const rest = await answerSome();
    await until(() => verbs()[0]?.endsWith('completed') === true);
    await page.goto('about:blank');
    await until(hasEnded);
    expect(verbs()).toEqual([`initialized answered×${3 + rest} passed completed terminated`]);
    expect(lms.faults).toEqual([]);
  });

  it('says that nothing counts any more where the course was opened again elsewhere', async () => {
    await launch();
    await answerSome('right', 1);
    await until(() => verbs()[0] === 'initialized answered×1');
    const elsewhere = await browser.newPage();
    await elsewhere.goto(lms.launch(`${site.origin}/unit/index.html`, { masteryScore: 0.5 }));
    await elsewhere.getByText('Question 2 of').waitFor();
    await answer();
    await page.getByText('takes no more answers').waitFor();
    await goOn();
    await answerSome();
    expect(await page.getByText('The course keeps').count()).toBe(0);
    await elsewhere.goto('about:blank');
    await until(hasEnded);
    await elsewhere.close();
    expect(verbs()).toEqual(['initialized answered×1', 'initialized terminated']);
    expect(lms.faults).toEqual([]);
  });

  it('goes back to the course by a button, once all is stated', async () => {
    site.put('/course.html', '<!doctype html><title>The course</title>');
    await launch({ returnUrl: `${site.origin}/course.html` });
    await answerSome();
    await page.getByRole('button', { name: 'Back to the course' }).click();
    await page.waitForURL(`${site.origin}/course.html`);
    await until(hasEnded);
    expect(verbs()[0]).toMatch(/ passed completed terminated$/);
    expect(lms.faults).toEqual([]);
  });

  it('plays untracked, and says so, where no LMS has launched it, and where it is loaded anew', async () => {
    await page.goto(`${site.origin}/unit/index.html`);
    await page.getByText('Not tracked').waitFor();
    expect(await answerSome('right', 1)).toBe(1);
    await launch();
    await page.reload();
    await page.getByText('Not tracked').waitFor();
    expect(await answerSome('right', 1)).toBe(1);
    expect(lms.faults).toEqual(['8.2.3: the fetch URL was used twice']);
  });

  it('asks nobody but its own files and the LMS for anything', async () => {
    const hosts = new Set<string>();
    page.on('request', (request) => hosts.add(new URL(request.url()).origin));
    await launch();
    await answerSome('right', 2);
    expect(hosts.size).toBe(2);
  });
});
