import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCode, joinCodeLength } from '../../src/lib/quiz/join-code.ts';
import { makeOwnerSecret } from '../../src/lib/server/owner.ts';
import { randomText } from '../../src/lib/server/random-text.ts';
import { trapCookies } from './cookie-trap.ts';
import { anyAnswer, makeClient, openQuestion } from './client.ts';
import { joinServed, openServedClass, startServed } from './served-class.ts';
import { startServer, type TestServer } from './server.ts';

let server: TestServer;
let made: Awaited<ReturnType<typeof openServedClass>>;

beforeAll(async () => {
  server = await startServer({ CONTENT_DIR: 'tests/fixtures/storm' });
  made = await openServedClass(server);
});
afterAll(async () => {
  await made.store.close();
  await server.stop();
});

const wrongCode = () => makeCode(joinCodeLength, randomText);
const learners = () => made.store.classes.listLearners(made.classroom.id);

describe('joining', () => {
  it('begins with the code as it was typed, or with a pasted link', async () => {
    const client = makeClient(server.origin);
    const { code } = made.classroom;
    for (const typed of [
      code.toLowerCase().replace(/(.{3})/g, '$1-'),
      `${server.origin}/join/${code}`,
    ]) {
      const forwarded = await client.get(`/join?code=${encodeURIComponent(typed)}`);
      expect([forwarded.status, forwarded.location]).toEqual([303, `/join/${code}`]);
    }
    const unreadable = await client.get('/join?code=hello');
    expect(unreadable.body).toContain('This can’t be a class’s code');
    expect(unreadable.body).toContain('value="hello"');
  });

  it('shows the class, a name that is free, and what is stored', async () => {
    const { body, status } = await makeClient(server.origin).get(`/join/${made.classroom.code}`);
    expect(status).toBe(200);
    expect(body).toContain('Class 7b');
    expect(body).toMatch(/name="name" value="\p{Lu}\p{Ll}+ \p{Ll}+"/u);
    expect(body).toContain('Your teacher sees them');
    expect(body).not.toMatch(/type="email"/);
  });

  it('leads to a page with the rejoin code, by which another device doubles nobody', async () => {
    const client = makeClient(server.origin);
    const home = await joinServed(client, made.classroom.code, 'Learner 01');
    const { body } = await client.get(home);
    const rejoin = /<bdi>(\w{3} \w{3})<\/bdi>/.exec(body)?.[1] ?? '';
    const count = (await learners()).length;
    const other = makeClient(server.origin);
    await other.get(`/join/${made.classroom.code}`);
    const back = await other.post(`/join/${made.classroom.code}?/rejoin`, { rejoin });
    expect([back.status, back.location]).toEqual([303, home]);
    expect((await other.get(home)).body).toContain('Learner 01');
    expect((await client.get(`/join/${made.classroom.code}`)).location).toBe(home);
    expect(await learners()).toHaveLength(count);
  });

  it('is under no secret that somebody has put into the address', async () => {
    const secret = makeOwnerSecret();
    const reply = await makeClient(server.origin).get(`/join/${made.classroom.code}?as=${secret}`);
    expect(reply.status).toBe(200);
    expect(reply.body).not.toContain(secret);
    expect(reply.body).toMatch(/action="\?\/join&amp;as=[\w-]{43}"/);
  });

  it('takes a whole school behind one address', async () => {
    const before = (await learners()).length;
    const joins = Array.from({ length: 300 }, async (_none, index) => {
      const client = makeClient(server.origin);
      return joinServed(client, made.classroom.code, `Learner ${index + 100}`);
    });
    expect(new Set(await Promise.all(joins))).toEqual(new Set([`/classes/${made.classroom.id}`]));
    expect(await learners()).toHaveLength(before + 300);
  });

  it('refuses a browser that keeps guessing, and says for how long', async () => {
    const client = makeClient(server.origin);
    const statuses: number[] = [];
    let last = await client.get(`/join/${wrongCode()}`);
    for (let count = 0; count < 50; count += 1) {
      last = await client.get(`/join/${wrongCode()}`);
      statuses.push(last.status);
    }
    expect(statuses.slice(0, 19)).toEqual(Array<number>(19).fill(404));
    expect(statuses.slice(19)).toEqual(Array<number>(31).fill(429));
    expect(last.headers).toMatch(/retry-after: \d+/);
    expect(last.body).toMatch(/Wait \d+ minutes?/);
    expect((await client.get(`/join/${made.classroom.code}`)).status).toBe(429);
    const neighbour = makeClient(server.origin);
    expect((await neighbour.get(`/join/${made.classroom.code}`)).status).toBe(200);
  });

  it('gives no class away to a storm of guesses from many browsers', async () => {
    const guesses = Array.from({ length: 200 }, () =>
      makeClient(server.origin).get(`/join/${wrongCode()}`),
    );
    const hits = (await Promise.all(guesses)).filter(({ body }) => body.includes('Class 7b'));
    expect(hits).toEqual([]);
  });

  it('works where the browser keeps no cookie', async () => {
    const trap = await trapCookies(server.origin);
    const client = makeClient(trap.origin);
    const path = `/join/${made.classroom.code}`;
    const { body } = await client.get(path);
    const action = /action="(\?\/join[^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const joined = await client.post(`${path}${action}`, { name: 'Learner 02' });
    const home = new URL(joined.location ?? '', 'http://any');
    expect((await client.get(`${home.pathname}${home.search}`)).body).toContain('Learner 02');
    await trap.close();
  });
});

describe('a learner’s pages', () => {
  it('carry an assignment without script, and are nobody else’s', async () => {
    const [client, other] = [makeClient(server.origin), makeClient(server.origin)];
    const home = await joinServed(client, made.classroom.code, 'Learner 03');
    await joinServed(other, made.classroom.code, 'Learner 04');
    const attempt = await startServed(client, home);
    const question = await openQuestion(client, attempt);
    const page = await client.get(question);
    expect((await client.post(`${question}?/answer`, anyAnswer(page.body))).status).toBe(303);
    expect((await client.get(home)).body).toContain('1 of 2 answered, nothing lost');
    for (const path of [attempt, question, `${attempt}/__data.json`, `${question}/__data.json`]) {
      const { body, status } = await other.get(path);
      expect(status === 404 || body.includes('"status":404')).toBe(true);
    }
    const stranger = makeClient(server.origin);
    for (const path of [home, `${home}/vote`]) {
      const { body, status } = await stranger.get(path);
      expect(status).toBe(404);
      expect(body).toContain('action="/join"');
    }
    const assignment = made.assignment.id;
    expect((await stranger.post(`${home}?/start`, { assignment })).status).toBe(404);
    expect((await stranger.post(`${home}/vote?/answer`, { version: '1' })).status).toBe(404);
  });

  it('are left by whoever sits at a browser that is not theirs', async () => {
    const client = makeClient(server.origin);
    const home = await joinServed(client, made.classroom.code, 'Learner 05');
    expect((await client.post(`${home}?/leave`, {})).location).toBe('/join');
    expect((await client.get(home)).status).toBe(404);
  });

  it('say that an answer came too late', async () => {
    const late = await openServedClass(server);
    const client = makeClient(server.origin);
    const home = await joinServed(client, late.classroom.code, 'Learner 06');
    const attempt = await startServed(client, home);
    const question = await openQuestion(client, attempt);
    const page = await client.get(question);
    await late.store.classes.updateAssignment(late.assignment.id, { closedAt: Date.now() });
    const sent = await client.post(`${question}?/answer`, anyAnswer(page.body));
    expect([sent.status, sent.location]).toEqual([303, `${attempt}?late`]);
    const results = await client.get(sent.location ?? '');
    expect(results.body).toContain('so this answer was not stored');
    expect(results.body).toContain('2 questions were not answered');
    await late.store.close();
  });

  it('keep a name that turns the writing round within its own bounds', async () => {
    const client = makeClient(server.origin);
    const home = await joinServed(client, made.classroom.code, '\u202eLearner 07 <b>');
    const { body } = await client.get(home);
    expect(body).toMatch(/<bdi class="who[^>]*>\u202eLearner 07 &lt;b>?/);
  });
});
