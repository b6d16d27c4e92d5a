import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  launch,
  linkOf,
  playLaunch,
  startConnected,
  stopConnected,
  stormLaunch,
  until,
  type Tool,
} from './launching.ts';
import type { Platform } from './platform.ts';

let tool: Tool;
let platform: Platform;
beforeAll(async () => {
  ({ tool, platform } = await startConnected({
    hasNoLineItem: true,
    pageSize: 2,
    isMoodleLike: true,
  }));
});
afterAll(() => stopConnected({ tool, platform }));

/** Has a learner finish the quiz of a link, and gives the column in which the score arrived. */
async function columnOf(user: number, link: string): Promise<string> {
  const given = stormLaunch(tool, user, linkOf(link));
  const { scores } = platform.services;
  const before = scores.length;
  await playLaunch(tool, await launch(tool, platform, given));
  await until(() => scores.length > before, 'the score', 30_000);
  return scores.at(-1)?.lineItem ?? '';
}

describe('the column of a link that is launched without one', () => {
  it('is found among more columns than anybody reads through', async () => {
    const { lineItems } = platform.services;
    const columnFor = (link: string) => ({
      id: `${platform.origin}/lineitems/${link}?type_id=1`,
      label: link,
      scoreMaximum: 100,
      resourceLinkId: link,
    });
    lineItems.push(
      ...Array.from({ length: 150 }, (_, index) => columnFor(`other-${index}`)),
      columnFor('last'),
    );
    expect(await columnOf(3, 'last')).toBe(columnFor('last').id);
    expect(lineItems).toHaveLength(151);
  });

  it('is made once, and anew where somebody has taken it out', async () => {
    const first = await columnOf(4, 'new');
    expect(await columnOf(5, 'new')).toBe(first);
    platform.services.removed.add(first);
    const second = await columnOf(6, 'new');
    expect(second).not.toBe(first);
    expect(platform.services.refused).toEqual([]);
  });
});

describe('two scores of one second', () => {
  it('both arrive', async () => {
    const { scores } = platform.services;
    const desk = await launch(tool, platform, stormLaunch(tool, 2, linkOf('new')));
    const session = /name="session" value="([\w-]+)"/.exec(desk.body)?.[1] ?? '';
    const learner = /name="learner" value="(lrn_\w+)"/.exec(desk.body)?.[1] ?? '';
    const before = scores.length;
    for (let count = 1; count <= 3; count += 1) {
      await desk.browser.post('/lti/desk?/resend', { session, learner });
      await until(() => scores.length === before + count, 'sent again', 30_000);
    }
    expect(platform.services.refused).toEqual([]);
  });
});
