import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRecordStore, type FakeRecordStore } from '../deliveries/fake-record-store.ts';
import { statementFaults } from '../formats/statement-faults.ts';
import { freePort } from '../storage/postgres-server.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { anyAnswer, makeClient, openQuestion, startAttempt, type Client } from './client.ts';
import { startServer, type TestServer } from './server.ts';

const site = 'https://quiz.example';
const secret = 'secret-of-the-store';
let lrs: FakeRecordStore;
beforeAll(async () => {
  lrs = await startRecordStore();
});
afterAll(() => lrs.close());

const dataDir = temporaryFolder();

/** A server that tells the record store, on a folder that outlives it; where it is really reached. */
async function startTelling() {
  const port = await freePort();
  const server = await startServer({
    PORT: String(port),
    CONTENT_DIR: 'tests/fixtures/storm',
    DATA_DIR: dataDir,
    XAPI_ENDPOINT: lrs.endpoint,
    XAPI_KEY: 'key',
    XAPI_SECRET: secret,
    ORIGIN: site,
  });
  return { ...server, origin: `http://localhost:${port}` };
}

/** A browser that reaches a server under the site's address, with the cookies of another. */
function visitor(server: TestServer, cookies?: () => string): Client {
  const client = makeClient(server.origin);
  const more = () => ({ origin: site, ...(cookies ? { cookie: cookies() } : {}) });
  return {
    cookies: client.cookies,
    get: (path) => client.get(path, { accept: 'text/html', ...more() }),
    post: (path, form) => client.post(path, form, more()),
  };
}

/** Answers so many of the open questions, or all of them. */
async function answerSome(learner: Client, attempt: string, count = Infinity): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const question = await openQuestion(learner, attempt);
    if (!question.includes('/items/')) return;
    const { status } = await learner.post(
      `${question}?/answer`,
      anyAnswer((await learner.get(question)).body),
    );
    expect(status).toBe(303);
  }
}

const verbs = () => lrs.statements.map(({ verb }) => verb.id.split('/').at(-1));

describe('a server with a record store', () => {
  it('tells it of everything, through its failing and our being killed and stopped', async () => {
    lrs.mood = (_request, response) => {
      response.writeHead(503).end();
      return true;
    };
    const first = await startTelling();
    const learner = visitor(first);
    const attempt = await startAttempt(learner);
    await answerSome(learner, attempt, 4);
    process.kill(first.pid, 'SIGKILL');
    await first.stop();
    const second = await startTelling();
    const again = visitor(second, learner.cookies);
    await answerSome(again, attempt);
    expect(lrs.statements).toEqual([]);
    expect(await second.stop()).toBe(0);
    lrs.mood = null;
    const third = await startTelling();
    while (!verbs().includes('completed')) await new Promise((resolve) => setTimeout(resolve, 50));
    await third.stop();
    const count = verbs().filter((verb) => verb === 'answered').length;
    expect(count).toBeGreaterThan(8);
    expect(new Set(lrs.statements.map(({ id }) => id)).size).toBe(count + 1);
    expect(statementFaults(lrs.statements)).toEqual([]);
    expect(lrs.faults).toEqual([]);
  });

  it('says on its page of what is stored where answers go', async () => {
    const server = await startTelling();
    const { body } = await visitor(server).get('/privacy');
    expect(body).toContain(new URL(lrs.endpoint).host);
    expect(body).not.toContain(secret);
    await server.stop();
    const silent = await startServer({ CONTENT_DIR: 'tests/fixtures/storm' });
    expect((await makeClient(silent.origin).get('/privacy')).body).not.toContain('record store');
    await silent.stop();
  });

  it('keeps the secret out of its files', () => {
    const files = readdirSync(dataDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
    expect(files.some((bytes) => bytes.includes(secret))).toBe(false);
  });

  it('does not start where the settings can’t be used, and says why without the secret', () => {
    const { status, stderr } = spawnSync(process.execPath, ['src/front/main.ts'], {
      env: {
        PATH: process.env['PATH'],
        PORT: '0',
        DATA_DIR: dataDir,
        CONTENT_DIR: 'tests/fixtures/storm',
        XAPI_ENDPOINT: lrs.endpoint,
        XAPI_AUTHORIZATION: secret,
        ORIGIN: site,
      },
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/XAPI_AUTHORIZATION/);
    expect(stderr).not.toContain(secret);
  });
});
