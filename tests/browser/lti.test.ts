import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Launch } from '../lti/launch-claims.ts';
import { register, startTool, until, type Tool } from '../lti/launching.ts';
import { startPlatform, userOf, type Platform } from '../lti/platform.ts';
import { openBrowser } from './chromium.ts';
import { check, enter, stormItems } from './storm.ts';

let browser: Browser;
let tool: Tool;
let moodle: Platform;
let canvas: Platform;
beforeAll(async () => {
  // As browsers treat other sites in frames by now.
  browser = await openBrowser(['--test-third-party-cookie-phaseout']);
  tool = await startTool();
  moodle = await startPlatform({ isMoodleLike: true, deploymentId: '1' });
  canvas = await startPlatform({ isCanvasLike: true });
  for (const each of [moodle, canvas]) expect((await register(tool, each)).status).toBe(200);
});
afterAll(async () => {
  await browser.close();
  await tool.stop();
  await moodle.close();
  await canvas.close();
});

/** Opens a course’s page on 127.0.0.1 that shows a launch of the tool, on localhost, in a frame. */
async function openCourse(context: BrowserContext, platform: Platform, launch: Launch) {
  const query = new URLSearchParams({
    tool: `${tool.origin}/lti/login?${String(platform.offer(launch))}`,
    ...(platform.variant.isCanvasLike && { storage: '1' }),
  });
  const page = await context.newPage();
  await page.goto(`${platform.origin}/course?${String(query)}`);
  return page;
}

const given = (user: number): Launch => ({
  user: userOf(user),
  target: `${tool.origin}/lti/launch?bank=storm&pass=50`,
});

/** Has the browser forget what the tool gave it before its first launch: it keeps no cookie. */
async function forgetCookies(context: BrowserContext): Promise<void> {
  let isForgotten = false;
  await context.route(/\/lti\/launch$/, async (route) => {
    if (!isForgotten) await context.clearCookies();
    isForgotten = true;
    await route.continue();
  });
}

/** Answers every question rightly, in the frame. */
async function playAll(page: Page): Promise<void> {
  const quiz = page.frameLocator('iframe[name="tool"]');
  for (const item of stormItems) {
    await enter(quiz, item.right);
    await check(quiz);
    await quiz.getByRole('link', { name: /^(Next question|See your results)$/ }).click();
    await quiz.locator('#verdict').waitFor({ state: 'detached' });
  }
}

const scoreOf = (platform: Platform, user: number) =>
  platform.services.scores.find(({ userId }) => userId === String(user));

describe('a quiz in the frame of a course, on another site', () => {
  it('is launched, answered to its end, and its score arrives; no cookie makes it so', async () => {
    const context = await browser.newContext();
    const page = await openCourse(context, moodle, given(3));
    const quiz = page.frameLocator('iframe[name="tool"]');
    await quiz.locator('h1').first().waitFor();
    const frame = page.frame('tool');
    expect(new URL(frame?.url() ?? '').pathname).toMatch(/^\/embed\/attempts\/att_/);
    expect(frame?.url()).not.toContain('token');
    await playAll(page);
    await until(() => scoreOf(moodle, 3) !== undefined, 'the score');
    const score = scoreOf(moodle, 3);
    expect(score?.scoreGiven).toBe(score?.scoreMaximum);
    const kept = (await context.cookies()).filter(({ name }) => !name.startsWith('verbatim-lti-'));
    expect(kept).toEqual([]);
    await context.close();
  });

  it('needs no cookie at all where the platform keeps things for tools', async () => {
    const context = await browser.newContext();
    await forgetCookies(context);
    const page = await openCourse(context, canvas, given(4));
    await page.frameLocator('iframe[name="tool"]').getByText('Question 1 of').first().waitFor();
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });

  it('goes on in a window of its own where nothing is kept', async () => {
    const context = await browser.newContext();
    await forgetCookies(context);
    const page = await openCourse(context, moodle, given(5));
    const way = page
      .frameLocator('iframe[name="tool"]')
      .getByRole('link', { name: 'Continue in a new window' });
    const [window] = await Promise.all([context.waitForEvent('page'), way.click()]);
    await window.getByText('Question 1 of').first().waitFor();
    expect(new URL(window.url()).pathname).toMatch(/^\/embed\/attempts\/att_/);
    await context.close();
  });
});

describe('an instructor’s frame', () => {
  it('opens the class in a window of its own, and chooses quizzes for the course', async () => {
    const context = await browser.newContext();
    const page = await openCourse(context, moodle, given(2));
    const desk = page.frameLocator('iframe[name="tool"]');
    const open = desk.getByRole('button', { name: 'Results and settings' });
    const [window] = await Promise.all([context.waitForEvent('page'), open.click()]);
    await window.getByRole('heading', { name: 'Scores sent to the course' }).waitFor();
    expect(new URL(window.url()).pathname).toMatch(/^\/teach\/assignments\/asg_/);
    const course = await openCourse(context, moodle, {
      ...given(2),
      target: `${tool.origin}/lti/launch`,
      isDeepLink: true,
      data: 'kept as it is',
    });
    const pick = course.frameLocator('iframe[name="tool"]');
    await pick.locator('input[name="bank"]').first().check();
    await pick.getByRole('button', { name: 'Add to the course' }).click();
    await pick.getByRole('heading', { name: 'Added' }).waitFor();
    expect(moodle.handedBack).toHaveLength(1);
    await context.close();
  });
});
