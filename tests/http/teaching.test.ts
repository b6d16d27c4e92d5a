import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openClass, postClass, type OpenedPages } from './class-pages.ts';
import { makeClient, type Client } from './client.ts';
import { startServer, type TestServer } from './server.ts';

const content = { CONTENT_DIR: 'tests/fixtures/storm' };

let server: TestServer;
let teacher: Client;
let opened: OpenedPages;

beforeAll(async () => {
  server = await startServer(content);
  teacher = makeClient(server.origin);
  opened = await openClass(teacher);
});
afterAll(() => server.stop());

/** The words of a page, as they are read. */
function wordsOf(body: string): string {
  return body.replace(/<style.*?<\/style>|<[^>]*>/gs, '').replace(/\s+/g, ' ');
}

describe('opening a class', () => {
  it('takes the form as it is proposed and leads to its keys, code and projector', async () => {
    expect(opened.link).toMatch(/^\/teach\/open\/[\w-]{43}$/);
    expect(opened.recovery).toHaveLength(31);
    const { body } = await teacher.get(`${opened.classPath}/projector`);
    expect(body).toMatch(/[A-Z0-9]{3} [A-Z0-9]{3} [A-Z0-9]{3}/);
    expect(body).toContain('<svg');
    expect(wordsOf(body)).toContain('Nobody has joined yet');
  });

  it('puts the keys into no address, and into a cookie of their page alone', async () => {
    const other = makeClient(server.origin);
    const { headers, location } = await postClass(other);
    const [cookie = ''] = /set-cookie: verbatim-keys=[^\n]*/.exec(headers) ?? [];
    expect(cookie).toContain(`Path=${location}`);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    expect(cookie).toContain('Max-Age=600');
    expect(location).toMatch(/^\/teach\/classes\/cls_[a-z2-7]{26}\/keys$/);
  });

  it.each([
    ['the class', ''],
    ['the projector', '/projector'],
    ['a new assignment', '/assign'],
  ])('shows the keys on no other page: %s', async (_name, rest) => {
    const { body, headers } = await teacher.get(`${opened.classPath}${rest}`);
    const secret = opened.link.replace('/teach/open/', '');
    expect(`${headers}${body}`).not.toContain(secret);
    expect(`${headers}${body}`).not.toContain(opened.recovery);
  });

  it('keeps what was filled in where something is wrong, and names each fault', async () => {
    const reply = await postClass(teacher, { name: ' ', zone: 'Mars/Olympus', attempts: '3' });
    expect(reply.status).toBe(400);
    const words = wordsOf(reply.body);
    expect(words).toContain('2 things are to be mended. Nothing was stored');
    expect(words).toContain('Name of the class: nothing is written there');
    expect(words).toContain('“Mars/Olympus” is none that is known here');
    expect(reply.body).toMatch(/<input[^>]*value="Mars\/Olympus"/);
    expect(reply.body).toMatch(/<input type="radio" name="attempts" value="3" checked/);
  });

  it('takes the list of its learners with the form, as a whole or not at all', async () => {
    const other = makeClient(server.origin);
    const given = { learners: 'list', list: 'Learner 01\nLearner 02\nlearner 01' };
    const reply = await postClass(other, given);
    expect(reply.status).toBe(400);
    expect(wordsOf(reply.body)).toContain('Line 3: “learner 01” stands in line 1 too');
    expect(reply.body).toMatch(/<textarea[^>]*>\s*Learner 01\nLearner 02\nlearner 01<\/textarea>/);
    expect(reply.body).toMatch(/<input type="radio" name="learners" value="list" checked/);
    expect((await other.get('/teach')).body).not.toContain('/teach/classes/');
    const { classPath } = await openClass(other, { ...given, list: 'Learner 01\nLearner 02' });
    const { body } = await other.get(`${classPath}/learners`);
    expect(wordsOf(body)).toMatch(/Learner 01.*Learner 02/);
  });

  it('refuses a body that is no form, and a quiz that is not served', async () => {
    const json = { 'content-type': 'application/json' };
    expect((await teacher.post('/teach/new?/open&bank=storm', '{}', json)).status).toBe(415);
    expect((await teacher.get('/teach/new?bank=thunder')).status).toBe(404);
    expect((await teacher.post('/teach/new?/open&bank=thunder', { name: 'x' })).status).toBe(404);
    expect((await teacher.post('/teach/new?/open', { name: 'x' })).status).toBe(404);
  });
});

describe('a private link', () => {
  it('is exchanged for a cookie and gone from the address', async () => {
    const other = makeClient(server.origin);
    const reply = await other.get(opened.link);
    expect([reply.status, reply.location]).toEqual([303, opened.classPath]);
    expect(reply.headers).toContain('referrer-policy: no-referrer');
    expect(reply.headers).toContain('cache-control: no-store');
    expect(reply.headers).toMatch(/set-cookie: verbatim-teach=[^\n]*HttpOnly/);
    expect(other.cookies()).not.toContain(opened.link.replace('/teach/open/', ''));
    expect((await other.get(opened.classPath)).status).toBe(200);
  });

  it('that opens nothing says so, points to recovery and makes nobody an instructor', async () => {
    const other = makeClient(server.origin);
    const reply = await other.get(`/teach/open/${'x'.repeat(43)}`);
    expect(reply.status).toBe(404);
    expect(reply.headers).toContain('referrer-policy: no-referrer');
    expect(reply.body).toContain('This link opens no class');
    expect(reply.body).toContain('href="/teach/recover"');
    expect(other.cookies()).toBe('');
  });

  it('is withdrawn by a new one, with every other browser', async () => {
    const [owner, other] = [makeClient(server.origin), makeClient(server.origin)];
    const { classPath, link } = await openClass(owner);
    await other.get(link);
    const renewed = await owner.post(`${classPath}/keys?/renew`, {});
    expect([renewed.status, renewed.location]).toEqual([303, `${classPath}/keys`]);
    expect((await other.get(classPath)).status).toBe(404);
    expect((await other.get(link)).status).toBe(404);
    const { body } = await owner.get(`${classPath}/keys`);
    const [fresh = ''] = /\/teach\/open\/[\w-]{43}/.exec(body) ?? [];
    expect(fresh).not.toBe(link);
    expect((await other.get(fresh)).location).toBe(classPath);
  });
});

describe('a recovery code', () => {
  it('in lower case leads to the keys, with a new link', async () => {
    const [owner, other] = [makeClient(server.origin), makeClient(server.origin)];
    const { classPath, link, recovery } = await openClass(owner);
    const reply = await other.post('/teach/recover', { code: recovery.toLowerCase() });
    expect([reply.status, reply.location]).toEqual([303, `${classPath}/keys`]);
    const { body } = await other.get(`${classPath}/keys`);
    expect(body).toMatch(/\/teach\/open\/[\w-]{43}/);
    expect(body).not.toContain(link);
    expect((await owner.get(classPath)).status).toBe(404);
  });

  it('that opens nothing is kept in its field', async () => {
    const reply = await makeClient(server.origin).post('/teach/recover', { code: 'bcd fgh' });
    expect(reply.status).toBe(404);
    expect(reply.body).toContain('value="bcd fgh"');
    expect(wordsOf(reply.body)).toContain('Recovery code: this opens no class');
  });

  it('is not tried for ever by one browser', async () => {
    const guesser = makeClient(server.origin);
    const { recovery } = await openClass(guesser);
    for (let count = 0; count < 20; count += 1) {
      expect((await guesser.post('/teach/recover', { code: 'wrong' })).status).toBe(404);
    }
    const refused = await guesser.post('/teach/recover', { code: recovery });
    expect(refused.status).toBe(429);
    expect(refused.headers).toMatch(/retry-after: \d+/);
    expect(wordsOf(refused.body)).toMatch(/Wait \d+ minutes, then try again/);
    expect((await teacher.get(opened.classPath)).status).toBe(200);
  });
});

describe('a class of somebody else', () => {
  it('has no page and no action', async () => {
    const stranger = makeClient(server.origin);
    await openClass(stranger);
    const nobody = makeClient(server.origin);
    const { assignmentPath, classPath } = opened;
    const pages = [
      classPath,
      `${classPath}/keys`,
      `${classPath}/projector`,
      `${classPath}/assign`,
      `${classPath}/assign?bank=storm`,
      assignmentPath,
    ];
    const actions = [
      `${classPath}/keys?/renew`,
      `${classPath}/assign?/assign&bank=storm`,
      ...['settings', 'close', 'reopen', 'try', 'remove'].map(
        (name) => `${assignmentPath}?/${name}`,
      ),
    ];
    for (const client of [stranger, nobody]) {
      for (const path of pages) {
        const reply = await client.get(path);
        expect([path, reply.status]).toEqual([path, 404]);
        const data = await client.get(`${path.replace(/\?.*/, '')}/__data.json`);
        expect(data.body).not.toContain('The March storm');
      }
      for (const path of actions) {
        const reply = await client.post(path, { title: 'Taken over', items: 'repairs' });
        expect([path, reply.status]).toEqual([path, 404]);
      }
    }
    const { body } = await teacher.get(assignmentPath);
    expect(wordsOf(body)).toContain('The assignment is open');
    expect(body).not.toContain('Taken over');
  });

  it('is not in the list of classes', async () => {
    const { body } = await makeClient(server.origin).get('/teach');
    expect(wordsOf(body)).toContain('This browser leads no class yet');
  });
});

describe('an assignment', () => {
  it('is added with some items, closed, refused to be tried, opened again and deleted', async () => {
    const { classPath } = opened;
    const form = { title: 'Second', items: 'repairs', closes: '2031-01-02T10:00', pass: '60' };
    const added = await teacher.post(`${classPath}/assign?/assign&bank=storm`, form);
    expect(added.status).toBe(303);
    const path = added.location ?? '';
    const state = async () => wordsOf((await teacher.get(path)).body);
    expect(await state()).toContain('closes by itself on January 2, 2031, 10:00');
    expect((await teacher.post(`${path}?/close`, {})).location).toBe(`${path}#state`);
    expect(await state()).toContain('The assignment is closed');
    const tried = await teacher.post(`${path}?/try`, {});
    expect(tried.status).toBe(409);
    expect(wordsOf(tried.body)).toContain('The assignment is closed. Open it again to try it.');
    await teacher.post(`${path}?/reopen`, {});
    expect(await state()).toContain('The assignment is open');
    expect((await teacher.post(`${path}?/try`, {})).location).toMatch(/^\/attempts\/att_/);
    expect((await teacher.post(`${path}?/remove`, {})).location).toBe(`${classPath}#assignments`);
    expect((await teacher.get(path)).status).toBe(404);
  });

  it('keeps its settings where a new one can’t be read, and what was filled in', async () => {
    const { assignmentPath } = opened;
    const reply = await teacher.post(`${assignmentPath}?/settings`, { title: 'New', pass: '200' });
    expect(reply.status).toBe(400);
    expect(reply.body).toContain('value="New"');
    expect(reply.body).toContain('value="200"');
    expect(wordsOf(reply.body)).toContain('“200” is not a whole number from 1 to 100');
    expect((await teacher.get(assignmentPath)).body).not.toContain('value="New"');
    const saved = await teacher.post(`${assignmentPath}?/settings`, { title: 'New', pass: '50' });
    expect(saved.location).toBe(`${assignmentPath}?saved#settings`);
    expect((await teacher.get(assignmentPath)).body).toContain('value="New"');
  });
});

it('a browser that signs out leads nothing any more', async () => {
  const client = makeClient(server.origin);
  const { classPath } = await openClass(client);
  const cookie = client.cookies();
  expect((await client.post('/teach?/leave', {})).location).toBe('/teach');
  expect((await client.get(classPath)).status).toBe(404);
  expect((await makeClient(server.origin).get(classPath, { cookie })).status).toBe(404);
});
