import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openClass, type OpenedPages } from './class-pages.ts';
import { makeClient, type Client, type Reply } from './client.ts';
import { joinServed, openServedClass, startServed } from './served-class.ts';
import { startServer, type TestServer } from './server.ts';

let server: TestServer;
let teacher: Client;
let learner: Client;
let opened: OpenedPages;
let classPage: string;
let attempt: string;
let code: string;

/** A class in which somebody began, between its end and the daily deletion. */
beforeAll(async () => {
  server = await startServer({ CONTENT_DIR: 'tests/fixtures/storm' });
  [teacher, learner] = [makeClient(server.origin), makeClient(server.origin)];
  opened = await openClass(teacher);
  const { body } = await teacher.get(`${opened.classPath}/projector`);
  code = /[A-Z0-9]{3} [A-Z0-9]{3} [A-Z0-9]{3}/.exec(body)?.[0].replaceAll(' ', '') ?? '';
  classPage = await joinServed(learner, code, 'Learner 01');
  attempt = await startServed(learner, classPage);
  const { store } = await openServedClass(server);
  const id = (classPage.split('/').at(-1) ?? '') as Parameters<typeof store.classes.updateClass>[0];
  await store.classes.updateClass(id, { endsAt: Date.now() - 1 });
  await store.close();
});
afterAll(() => server.stop());

async function expectRefusal(reply: Promise<Reply>, status: number, words: string) {
  const { body, ...rest } = await reply;
  expect(rest.status).toBe(status);
  expect(body).toContain(words);
  expect(body).not.toContain('Learner 01');
}

describe('a class past its end', () => {
  it.each(['', '/learners', '/settings', '/assign', '/projector'])(
    'is led by nobody, and its page says so: %s',
    (rest) => expectRefusal(teacher.get(`${opened.classPath}${rest}`), 404, 'A class past its end'),
  );

  it.each(['', '/live', '/results', '/results/questions', '/downloads'])(
    'shows nothing of its assignment: %s',
    (rest) => expectRefusal(teacher.get(`${opened.assignmentPath}${rest}`), 404, 'past its end'),
  );

  it('is led by nobody who opens its link anew', async () => {
    const other = makeClient(server.origin);
    const { location } = await other.get(opened.link);
    await expectRefusal(other.get(location ?? ''), 404, 'A class past its end');
  });

  it('tells its learners that it has ended', async () => {
    await expectRefusal(learner.get(classPage), 410, 'has ended');
    await expectRefusal(makeClient(server.origin).get(`/join/${code}`), 410, 'has ended');
    await expectRefusal(learner.get(`${classPage}/vote`), 404, 'past its end');
    await expectRefusal(learner.get(attempt), 404, 'when their class ends');
    expect((await learner.get(`${classPage}/pulse`)).status).toBe(404);
  });
});
