import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeClient } from '../http/client.ts';
import {
  fromPlatform,
  launch,
  openClass,
  playLaunch,
  signIn,
  startConnected,
  stopConnected,
  until,
  type Tool,
} from './launching.ts';
import { userOf, type Platform } from './platform.ts';

let tool: Tool;
let platform: Platform;
beforeAll(async () => {
  ({ tool, platform } = await startConnected({ deploymentId: '1' }));
});
afterAll(() => stopConnected({ tool, platform }));

/** Which of some texts stand in the data directory: in the database, its log, or anywhere else. */
function foundOf(texts: readonly string[]): string[] {
  const files = readdirSync(tool.dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  return texts.filter((text) => files.some((bytes) => bytes.includes(text)));
}

it('a learner, and a class, that are deleted leave nothing of a launch behind', async () => {
  const target = `${tool.origin}/lti/launch?bank=storm`;
  const people = ['one', 'two'].map((name) => ({
    ...userOf(3),
    id: `zqsubject-${name}`,
    name: `Zqname ${name}`,
  }));
  const course = { id: 'zqcourse', title: 'Zqtitle' };
  const link = { id: 'zqlink', title: 'Zqquiz' };
  for (const user of people) {
    await playLaunch(tool, await launch(tool, platform, { user, target, course, link }));
  }
  await until(() => platform.services.scores.length === 2, 'both scores');
  const texts = [course.id, course.title, link.id, link.title];
  const own = people.map(({ id, name }) => [id, name]);
  expect(foundOf([...texts, ...own.flat()])).toEqual([...texts, ...own.flat()]);
  // Launched again by a browser that keeps no cookie, which waits at the page that says so.
  const [user = userOf(3)] = people;
  const { form } = await signIn(tool, platform, { user, target, course, link });
  const waiting = await makeClient(tool.origin).post('/lti/launch', form, fromPlatform(platform));
  expect(waiting.body).toContain('Continue in a new window');

  const desk = await launch(tool, platform, { user: userOf(2), target, course, link });
  const { path, teacher } = await openClass(tool, desk);
  const classPath = /href="(\/teach\/classes\/cls_\w+)/.exec((await teacher.get(path)).body)?.[1];
  const { body } = await teacher.get(`${classPath}/learners`);
  const row = body.split('<tr>').find((each) => each.includes('Zqname one')) ?? '';
  const learner = /learner=(lrn_\w+)/.exec(row)?.[1] ?? '';
  const removed = await teacher.post(`${classPath}/learners?/remove&learner=${learner}`, {});
  expect(removed.body).toContain('Removed');
  expect(foundOf([...(own[0] ?? []), learner])).toEqual([]);
  expect(foundOf(own[1] ?? [])).toEqual(own[1]);

  const gone = await teacher.post(`${classPath}/settings?/delete`, { sure: 'yes' });
  expect(gone.status).toBe(303);
  expect(foundOf([...texts, ...own.flat()])).toEqual([]);
});
