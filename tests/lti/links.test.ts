import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Launch } from './launch-claims.ts';
import {
  courseOf,
  fieldsOf,
  launch,
  linkOf,
  openClass,
  openQuiz,
  startConnected,
  stopConnected,
  stormLaunch,
  type Tool,
} from './launching.ts';
import type { Platform } from './platform.ts';

let tool: Tool;
let platform: Platform;
beforeAll(async () => {
  ({ tool, platform } = await startConnected());
});
afterAll(() => stopConnected({ tool, platform }));

const launchOf = (user: number, part?: Partial<Launch>) => stormLaunch(tool, user, part);

describe('a link without a quiz', () => {
  it('lets its instructor choose one, and leads learners there from then on', async () => {
    const part = { ...courseOf('bare'), ...linkOf('bare-1'), target: `${tool.origin}/lti/launch` };
    const early = await launch(tool, platform, launchOf(3, part));
    expect([early.status, early.body]).toEqual([404, expect.stringContaining('leads to no quiz')]);
    const page = await launch(tool, platform, launchOf(2, part));
    const { session = '' } = fieldsOf(page.body, '/lti/deep-link?/choose');
    const chosen = await page.browser.post('/lti/deep-link?/choose', { session, bank: 'storm' });
    expect(chosen.body).toContain('See it as learners do');
    expect((await launch(tool, platform, launchOf(3, part))).status).toBe(303);
  });

  it('plays what its address names for whom the platform does not tell of', async () => {
    const reply = await launch(tool, platform, launchOf(3, { claims: { sub: undefined } }));
    expect([reply.status, reply.location]).toEqual([303, '/embed/storm']);
  });
});

describe('a course that was copied', () => {
  it('is a class of its own, with the settings of the link it was copied from', async () => {
    const old = { ...courseOf('spring'), ...linkOf('spring-1') };
    const { teacher, path } = await openClass(tool, await launch(tool, platform, launchOf(2, old)));
    const settings = {
      title: 'Storm, second try',
      attempts: 'any',
      rule: 'last',
      feedback: 'now',
      certainty: 'off',
    };
    expect((await teacher.post(`${path}?/settings`, settings)).status).toBe(303);
    for (const [id, custom] of [
      ['autumn', { link_history: 'spring-1' }],
      ['winter', { context_history: 'autumn,spring', link_history: '$ResourceLink.id.history' }],
    ] as const) {
      const copy = { ...courseOf(id), ...linkOf(`${id}-1`), custom };
      const desk = await launch(tool, platform, launchOf(2, copy));
      expect(desk.body).toContain('Storm, second try');
      expect(desk.body).toContain('No learner has come yet');
    }
  });

  it('finds its quiz by its history alone', async () => {
    const old = { ...courseOf('first'), ...linkOf('first-1') };
    expect((await launch(tool, platform, launchOf(3, old))).status).toBe(303);
    const bare = {
      ...courseOf('second'),
      ...linkOf('second-1'),
      target: `${tool.origin}/lti/launch`,
      custom: { link_history: 'zero-1,first-1' },
    };
    expect((await launch(tool, platform, launchOf(3, bare))).status).toBe(303);
  });
});

describe('options of a link', () => {
  it('name a pass mark that holds until an instructor sets another, and again once it changes', async () => {
    const part = { ...courseOf('passed'), ...linkOf('passed-1') };
    const passedAt = (pass: number) => ({
      ...part,
      target: `${tool.origin}/lti/launch?bank=storm&pass=${pass}`,
    });
    const markOf = async (pass: number) => {
      const reply = await launch(tool, platform, launchOf(3, passedAt(pass)));
      return new URLSearchParams(reply.location?.replace(/#.*/, '').split('?')[1]).get('pass');
    };
    expect(await markOf(60)).toBe('60');
    expect(await markOf(80)).toBe('80');
    const desk = await launch(tool, platform, launchOf(2, passedAt(80)));
    const { teacher, path } = await openClass(tool, desk);
    const settings = { title: 'Storm', attempts: 'any', rule: 'last', feedback: 'now' };
    await teacher.post(`${path}?/settings`, { ...settings, certainty: 'off', pass: '70' });
    expect(await markOf(80)).toBe('70');
    expect(await markOf(90)).toBe('90');
  });

  it('draw anew for each learner, and another quiz behind the link is another assignment', async () => {
    const part = { ...courseOf('drawn'), ...linkOf('drawn-1') };
    const target = `${tool.origin}/lti/launch?bank=storm&draw=3&order=shuffled&theme=dark`;
    const seen = new Set<string>();
    for (const user of [3, 4, 5, 6, 7]) {
      const reply = await launch(
        tool,
        platform,
        launchOf(user, { ...part, target, locale: 'qps_PLOCM' }),
      );
      const { address, page } = await openQuiz(tool, reply);
      expect(address).toContain('theme=dark');
      expect(address).toContain('lang=qps-PLOCM');
      expect(page).toMatch(/ 3\b/);
      seen.add(/\/items\/([a-z-]+)/.exec(page)?.[1] ?? '');
    }
    expect(seen.size).toBeGreaterThan(1);
    const other = await launch(
      tool,
      platform,
      launchOf(2, { ...part, target: `${tool.origin}/lti/launch?bank=storm` }),
    );
    expect(other.body).toContain('5 learners, of whom 0 began');
  });
});
