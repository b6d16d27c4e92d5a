import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyAnswer, makeClient, openQuestion, type Client } from '../http/client.ts';
import { joinServed, openServedClass, startServed } from '../http/served-class.ts';
import { startServer, type TestServer } from '../http/server.ts';
import type { ItemId } from '../../src/lib/quiz/ids.ts';
import { fixtureSecrets, findLeaks, type ItemSecrets, type Leak } from './secrets.ts';

const contentDir = 'tests/fixtures/storm';
let server: TestServer;
let items: ItemSecrets[];
let made: Awaited<ReturnType<typeof openServedClass>>;

beforeAll(async () => {
  [server, items] = await Promise.all([
    startServer({ CONTENT_DIR: contentDir }),
    fixtureSecrets(contentDir),
  ]);
  made = await openServedClass(server, { feedback: 'after-close', itemIds: [] });
});
afterAll(async () => {
  await made.store.close();
  await server.stop();
});

const data = (path: string) =>
  `${path === '/' ? '' : path}/__data.json?x-sveltekit-invalidated=111`;

/** Secrets of whatever item on all pages of a learner, answered or not. */
async function lookEverywhere(client: Client, home: string, attempt: string): Promise<Leak[]> {
  const elsewhere = [
    '/',
    '/banks/storm',
    '/banks/storm/worksheet',
    '/banks/storm/worksheet/key',
    '/my-record',
    '/my-record/export',
    '/sources/wire',
    '/sources/daily',
    '/explainers/night',
    `/join/${made.classroom.code}`,
    home,
    `${home}/vote`,
    attempt,
    ...items.map(({ id }) => `${attempt}/items/${id}`),
  ];
  const leaks: Leak[] = [];
  for (const path of elsewhere.flatMap((each) => [each, data(each)])) {
    const { body, headers } = await client.get(path);
    const own = items.find(({ id }) => path.includes(`/items/${id}`));
    // What a comparison lays open is no secret on its own page, before the answer and after.
    const asked = path.endsWith('/vote') ? items.find(({ id }) => id === 'repairs') : own;
    const others = items.filter((item) => item !== asked);
    leaks.push(...findLeaks(`${headers}\n${body}`, path, asked ? [asked, ...others] : items, 0));
  }
  return leaks;
}

describe('a class that sees what is right after closing', () => {
  it('is sent nothing of it before, on any page, and all of it after', async () => {
    const client = makeClient(server.origin);
    const home = await joinServed(client, made.classroom.code, 'Learner 01');
    const attempt = await startServed(client, home);
    const leaks: Leak[] = [];
    for (let answered = 0; answered < items.length; answered += 1) {
      const question = await openQuestion(client, attempt);
      const form = anyAnswer((await client.get(question)).body);
      const replies = [
        await client.post(`${question}?/answer`, form, { 'x-enhance': '1' }),
        await client.post(`${question}?/answer`, form),
        await client.post(`${question}?/report`, { comment: 'early' }),
        await client.post(`${attempt}?/retry`, {}),
        await client.get(question),
      ];
      const item = items.find(({ id }) => question.endsWith(`/items/${id}`));
      const inOrder = items.filter((each) => each !== item);
      for (const { body, headers } of replies) {
        const all = item ? [item, ...inOrder] : inOrder;
        leaks.push(...findLeaks(`${headers}\n${body}`, question, all, 0));
      }
      if (answered % 4 === 0) leaks.push(...(await lookEverywhere(client, home, attempt)));
    }
    leaks.push(...(await lookEverywhere(client, home, attempt)));
    expect(leaks).toEqual([]);

    const shown = { itemId: 'repairs' as ItemId, stage: 'voting', round: 1 } as const;
    await made.store.classes.updateAssignment(made.assignment.id, { shown });
    const asked = await client.get(`${home}/vote`);
    const along = { item: 'repairs', round: '1' };
    await client.post(`${home}/vote?/answer`, { ...anyAnswer(asked.body), ...along });
    expect((await client.get(`${home}/vote`)).body).toContain('Your answer is counted');
    expect(await lookEverywhere(client, home, attempt)).toEqual([]);

    await made.store.classes.updateAssignment(made.assignment.id, { closedAt: Date.now() });
    const leaked = await lookEverywhere(client, home, attempt);
    expect(new Set(leaked.map(({ item }) => item)).size).toBeGreaterThan(8);
  });
});
