import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeClient } from '../http/client.ts';
import type { Launch } from './launch-claims.ts';
import {
  courseOf,
  launch,
  linkOf,
  openClass,
  openQuiz,
  playLaunch,
  startConnected,
  stopConnected,
  stormLaunch,
  until,
  type Tool,
} from './launching.ts';
import { userOf, type Platform } from './platform.ts';

let tool: Tool;
let platform: Platform;
beforeAll(async () => {
  ({ tool, platform } = await startConnected());
});
afterAll(() => stopConnected({ tool, platform }));

const launchOf = (user: number, part?: Partial<Launch>) => stormLaunch(tool, user, part);

describe('an instructor', () => {
  const part = { ...courseOf('taught', 'Taught course'), ...linkOf('taught-1') };

  it('sees how far learners are, leads the class by a ticket that works once, and is never scored', async () => {
    const learner = await launch(tool, platform, launchOf(3, part));
    await playLaunch(tool, learner);
    const desk = await launch(tool, platform, launchOf(2, part));
    expect(desk.status).toBe(200);
    expect(desk.body).toContain('1 learner, of whom 1 began and 1 finished');
    expect(desk.body).toContain('href="/embed/storm"');
    await until(
      () => platform.services.scores.some(({ lineItem }) => lineItem.includes('taught-1')),
      'score',
    );
    const { teacher, ticket, path } = await openClass(tool, desk);
    const page = await teacher.get(path);
    expect([page.status, page.body]).toEqual([
      200,
      expect.stringContaining('Scores sent to the course'),
    ]);
    expect(page.body).toContain('Learner 01');
    const again = await makeClient(tool.origin).get(ticket);
    expect([again.status, again.body]).toEqual([
      403,
      expect.stringContaining('once, within five minutes'),
    ]);
    const csv = await teacher.get(`${path}/downloads/gradebook.csv`);
    expect([csv.status, csv.body]).toEqual([200, expect.stringContaining('Learner 01')]);
    expect(platform.services.refused).toEqual([]);
    expect(platform.services.scores.every(({ userId }) => userId !== '2')).toBe(true);
  });

  it('has scores sent again, one or all, from both pages', async () => {
    const desk = await launch(tool, platform, launchOf(2, part));
    const sent = () =>
      platform.services.scores.filter(({ lineItem }) => lineItem.includes('taught-1'));
    const before = sent().length;
    const { path, session, teacher } = await openClass(tool, desk);
    const learner = /name="learner" value="(lrn_\w+)"/.exec(desk.body)?.[1] ?? '';
    const resent = await desk.browser.post('/lti/desk?/resend', { session, learner });
    expect(resent.body).toContain('1 score is being sent again');
    await until(() => sent().length === before + 1, 'sent again');
    expect((await teacher.post(`${path}?/resend`, { learner })).status).toBe(303);
    await until(() => sent().length === before + 2, 'sent again from the class');
    const stamps = sent().map(({ timestamp }) => timestamp);
    expect(stamps).toEqual([...new Set(stamps)].sort());
    const open = await desk.browser.post('/lti/desk?/resend', { session });
    expect(open.body).toContain('There was nothing to send again');
  });

  it('is told of to nobody from the first launch as one, whatever was learned before', async () => {
    const own = { ...courseOf('assisted'), ...linkOf('assisted-1') };
    const sentOf = (id: string) => platform.services.scores.filter(({ userId }) => userId === id);
    await playLaunch(tool, await launch(tool, platform, launchOf(8, own)));
    await until(() => sentOf('8').length === 1, 'the score of a learner');
    const user = { ...userOf(8), roles: ['TeachingAssistant'] };
    const desk = await launch(tool, platform, { ...launchOf(8, own), user });
    const { session } = await openClass(tool, desk);
    const row = desk.body.split('<tr').find((each) => each.includes('Learner 06')) ?? '';
    const learner = /name="learner" value="(lrn_\w+)"/.exec(row)?.[1] ?? '';
    await desk.browser.post('/lti/desk?/resend', { session, learner });
    const settled = async () =>
      /<div[^>]*>\s*Not sent/.test(
        (await desk.browser.post('/lti/desk?/resend', { session })).body,
      );
    await until(settled, 'it is not sent');
    expect(sentOf('8')).toHaveLength(1);
  });

  it('corrects a question, and what learners earned by it is sent', async () => {
    const desk = await launch(tool, platform, launchOf(2, part));
    const { path, teacher } = await openClass(tool, desk);
    const last = () =>
      platform.services.scores.findLast(({ lineItem }) => lineItem.includes('taught-1'));
    const before = last();
    const item = /\/items\/([a-z-]+)"/.exec(
      (await teacher.get(`${path}/results/questions`)).body,
    )?.[1];
    const corrected = await teacher.post(`${path}/items/${item}?/correct`, {
      kind: 'drop',
      reason: 'Two readings fit.',
    });
    expect(corrected.status).toBe(303);
    await until(() => last() !== before, 'the corrected score', 40_000);
    expect(last()?.scoreMaximum).toBeLessThan(before?.scoreMaximum ?? 0);
  }, 60_000);

  it('reads the course’s list, page by page, and finds its learners in the class', async () => {
    const desk = await launch(tool, platform, launchOf(2, part));
    const { session, teacher, path } = await openClass(tool, desk);
    const read = await desk.browser.post('/lti/desk?/roster', { session });
    expect(read.body).toContain('7 learners were added; 1 was here already');
    const classPath = /href="(\/teach\/classes\/cls_\w+)/.exec((await teacher.get(path)).body)?.[1];
    const { body } = await teacher.get(`${classPath}/learners`);
    for (let number = 1; number <= 8; number += 1) expect(body).toContain(`Learner 0${number}`);
    expect(body).not.toContain('Teacher 01');
    const again = await desk.browser.post('/lti/desk?/roster', { session });
    expect(again.body).toContain('Nobody was added; 8 were here already');
    const known = await openQuiz(tool, await launch(tool, platform, launchOf(4, part)));
    expect(known.page).toContain('Question 1 of');
  });

  it('can do nothing with a session that is none, nor by the address alone', async () => {
    const browser = makeClient(tool.origin);
    for (const path of [
      '/lti/desk?/open',
      '/lti/desk?/resend',
      '/lti/desk?/roster',
      '/lti/deep-link?/choose',
      '/lti/bind',
    ]) {
      const { body, status } = await browser.post(path, {
        session: 'x'.repeat(43),
        pass: 'x'.repeat(43),
      });
      expect([path, status, body]).toEqual([
        path,
        403,
        expect.stringContaining('This page is over'),
      ]);
    }
    for (const path of [
      '/lti/desk',
      '/lti/launch',
      '/lti/bind',
      '/lti/deep-link',
      `/lti/teach/${'x'.repeat(43)}`,
    ]) {
      expect([path, (await browser.get(path)).status]).toEqual([path, 403]);
    }
  });
});
