import { afterAll, beforeAll, expect, it } from 'vitest';
import { stormContent } from '../browser/storm.ts';
import { anyAnswer } from '../http/client.ts';
import {
  attemptOf,
  formAddress,
  nextAddress,
  openFrame,
  type FrameClient,
} from '../http/frame-client.ts';
import { startServer, type TestServer } from '../http/server.ts';
import { findLeaks, fixtureSecrets, type ItemSecrets, type Leak } from './secrets.ts';

let server: TestServer;
let items: ItemSecrets[];
beforeAll(async () => {
  [server, items] = await Promise.all([
    startServer({ CONTENT_DIR: stormContent }),
    fixtureSecrets(stormContent),
  ]);
});
afterAll(() => server.stop());

/** All that a frame's token opens while a question waits, and what is refused. */
async function askEverything(
  frame: FrameClient,
  form: string,
): Promise<readonly (readonly [string, string])[]> {
  const attempt = attemptOf(form);
  const item = form.split('?')[0] ?? '';
  const paths = [
    '/embed/storm',
    attempt,
    ...items.map(({ id }) => `${attempt}/items/${id}?bank=storm`),
    '/embed/storm/__data.json?x-sveltekit-invalidated=11',
    `${item}/__data.json?bank=storm`,
    `${attempt}/__data.json`,
  ];
  const replies = [
    ...paths.map(async (path) => [path, await frame.get(path)] as const),
    ...[
      [form, { version: '1' }],
      [form, { version: '7' }],
      [`${item}?/report&bank=storm`, { comment: 'early' }],
      [`${attempt}?/again`, {}],
    ].map(async ([path, fields]) => {
      const where = String(path);
      return [where, await frame.post(where, fields as Record<string, string>)] as const;
    }),
  ];
  return (await Promise.all(replies)).map(([where, { body, headers }]) => [
    where,
    `${[...headers].join('\n')}\n${body}`,
  ]);
}

async function visitFrame(plant = ''): Promise<{ leaks: Leak[]; texts: number }> {
  const opened = await openFrame(server.origin);
  const { frame } = opened;
  let { page } = opened;
  const leaks: Leak[] = [];
  let texts = 0;
  for (let answered = 0; answered < items.length; answered += 1) {
    const form = formAddress(page);
    const all = [['page', page] as const, ...(await askEverything(frame, form))];
    texts += all.length;
    leaks.push(
      ...all.flatMap(([where, text]) => findLeaks(`${text}${plant}`, where, items, answered)),
    );
    const reveal = (await frame.post(form, anyAnswer(page))).body;
    leaks.push(...findLeaks(reveal, 'reveal', items, answered + 1));
    page = (await frame.get(nextAddress(reveal))).body;
  }
  expect(page).toContain('fully right');
  return { leaks, texts };
}

it('a frame is sent nothing of a key before its item is answered', async () => {
  const { leaks, texts } = await visitFrame();
  expect(leaks).toEqual([]);
  expect(texts).toBeGreaterThan(200);
});

it('a leak that is planted into what a frame is sent is found', async () => {
  expect((await visitFrame('zqwhysixzq')).leaks.length).toBeGreaterThan(0);
});
