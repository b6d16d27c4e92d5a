import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stormContent } from '../browser/storm.ts';
import { anyAnswer, makeClient } from './client.ts';
import {
  attemptOf,
  formAddress,
  makeFrame,
  nextAddress,
  toldBy,
  type FrameClient,
} from './frame-client.ts';
import { joinServed, openServedClass, startServed } from './served-class.ts';
import { startServer, type TestServer } from './server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ CONTENT_DIR: stormContent });
});
afterAll(() => server.stop());

type Made = Awaited<ReturnType<typeof openServedClass>>;

/** A learner's attempt at the class's assignment, as a learning platform frames it. */
async function frameAttempt(
  { classroom }: Pick<Made, 'classroom'>,
  name: string,
): Promise<{ readonly frame: FrameClient; readonly first: string }> {
  const client = makeClient(server.origin);
  const home = await joinServed(client, classroom.code, name);
  const attempt = await startServed(client, home);
  const secret = /[\w-]{43}/.exec(client.cookies())?.[0] ?? '';
  const frame = makeFrame(server.origin, secret);
  return { frame, first: (await frame.get(`/embed${attempt}`)).body };
}

/** A form that chooses the option of these words. */
function answerBy(page: string, words: string): Record<string, string> {
  const before = page.slice(0, page.indexOf(words));
  const [, name = '', value = ''] =
    [...before.matchAll(/name="(\w+)" value="([^"]+)"/g)].at(-1) ?? [];
  return { ...anyAnswer(page), [name]: value };
}

describe('an attempt of a class in a frame', () => {
  it('says that an answer came too late, and shows what there is', async () => {
    const made = await openServedClass(server);
    const { frame, first } = await frameAttempt(made, 'Learner 01');
    await made.store.classes.updateAssignment(made.assignment.id, { closedAt: Date.now() });
    const sent = await frame.post(formAddress(first), anyAnswer(first));
    expect(sent.status).toBe(303);
    const { body } = await frame.get(sent.location ?? '');
    const [, readFirst] = body.split('data-focus');
    expect(readFirst).toContain('so this answer was not stored');
    // The public quiz shows every answer, and counts for no class.
    expect(`${first}${body}`).not.toContain('href="/banks/storm"');
    await made.store.close();
  });

  it('counts what was not answered before it closed', async () => {
    const made = await openServedClass(server);
    const { frame, first } = await frameAttempt(made, 'Learner 03');
    await frame.post(formAddress(first), answerBy(first, 'Until Tuesday'));
    await made.store.classes.updateAssignment(made.assignment.id, { closedAt: Date.now() });
    const attempt = attemptOf(formAddress(first));
    const { body } = await frame.get(`${attempt}?pass=60`);
    const end = { score: 50, passed: false, points: 1, maxPoints: 2 };
    expect(toldBy(body)).toMatchObject([
      { type: 'ready', total: 2 },
      { type: 'completed', ...end },
    ]);
    expect(body).toContain('1 question was not answered');
    expect(body).not.toContain('Nothing was missed');
    expect(body).toContain('Not passed');
    await made.store.close();
  });

  it('leads to no page of the class, where nobody is known without a cookie', async () => {
    const made = await openServedClass(server, { feedback: 'after-close' });
    const { frame, first } = await frameAttempt(made, 'Learner 02');
    const answered = (await frame.post(formAddress(first), anyAnswer(first))).body;
    const second = (await frame.get(nextAddress(answered))).body;
    const { body } = await frame.post(formAddress(second), anyAnswer(second));
    expect(body).toContain('That was the last question');
    expect(body).not.toContain('/classes/');
    await made.store.close();
  });
});
