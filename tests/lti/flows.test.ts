import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  launch,
  openQuiz,
  playLaunch,
  register,
  startTool,
  until,
  type Tool,
} from './launching.ts';
import { startPlatform, userOf, type Platform, type Variant } from './platform.ts';

const variants: readonly (readonly [string, Variant])[] = [
  ['Moodle-like', { isMoodleLike: true, deploymentId: '1' }],
  ['Canvas-like', { isCanvasLike: true }],
  ['strict', { isStrict: true, deploymentId: '1' }],
  ['paged, without line items', { pageSize: 3, hasNoLineItem: true }],
];

describe.each(variants)('a %s platform', (_name, variant) => {
  let tool: Tool;
  let platform: Platform;
  beforeAll(async () => {
    tool = await startTool();
    platform = await startPlatform(variant);
    const registered = await register(tool, platform);
    expect([registered.status, registered.body]).toEqual([
      200,
      expect.stringContaining('emulator at 127.0.0.1'),
    ]);
  });
  afterAll(async () => {
    await tool.stop();
    await platform.close();
  });
  const target = () => `${tool.origin}/lti/launch?bank=storm&pass=50`;

  it('launches a quiz, is told the score, and finds the attempt again', async () => {
    const learner = { user: userOf(3), target: target() };
    const first = await launch(tool, platform, learner);
    expect([first.status, first.body]).toEqual([303, '']);
    const { page } = await openQuiz(tool, first);
    expect(page).toContain('Question 1 of');
    const pages = await playLaunch(tool, first);
    expect(pages.at(-1)).toMatch(/class="(?:done|notice)"/);
    const { scores } = platform.services;
    await until(() => scores.length === 1, 'the score');
    expect(scores[0]).toMatchObject({
      userId: '3',
      scoreMaximum: 12,
      activityProgress: 'Completed',
      gradingProgress: 'FullyGraded',
    });
    const again = await openQuiz(tool, await launch(tool, platform, learner));
    expect(again.page).toContain('points');
    expect(again.page).not.toContain('?/answer');
    expect(platform.services.refused).toEqual([]);
  });
});
