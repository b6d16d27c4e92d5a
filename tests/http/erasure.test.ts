import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyAnswer, makeClient, openQuestion, type Client } from './client.ts';
import { joinServed, startServed } from './served-class.ts';
import { startServer, type TestServer } from './server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ CONTENT_DIR: 'tests/fixtures/storm' });
});
afterAll(() => server.stop());

/** Which of some texts stand in the data directory: in the database, its log, or anywhere else. */
function foundOf(texts: readonly string[]): string[] {
  const files = readdirSync(server.dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  return texts.filter((text) => files.some((bytes) => bytes.includes(text)));
}

/** Opens a class as a teacher's form does; gives its path. */
async function openClass(teacher: Client, name: string): Promise<string> {
  const { body } = await teacher.get('/teach/new?bank=storm');
  const form = new URLSearchParams({ name });
  for (const [, item = ''] of body.matchAll(/name="items" value="([^"]+)"/g))
    form.append('items', item);
  const { location } = await teacher.post('/teach/new?/open&bank=storm', form.toString());
  return new URL(location ?? '', server.origin).pathname.replace(/\/keys$/, '');
}

/** Answers every question, the written ones in these words, and reports a problem with the last. */
async function answerAll(learner: Client, attempt: string, words: string, comment: string) {
  for (let last = ''; ;) {
    const question = await openQuestion(learner, attempt);
    if (!question.includes('/items/')) {
      await learner.post(`${last}?/report`, { comment });
      return;
    }
    const form = anyAnswer((await learner.get(question)).body);
    const written = 'entry' in form ? { ...form, entry: words } : form;
    const { status } = await learner.post(`${question}?/answer`, written);
    expect([question, status]).toEqual([question, 303]);
    last = question;
  }
}

/** The page on which a learner of this name is changed. */
async function pathOf(teacher: Client, classPath: string, name: string): Promise<string> {
  const { body } = await teacher.get(`${classPath}/learners`);
  const row = body.split('<tr>').find((each) => each.includes(name)) ?? '';
  return `${classPath}/learners?learner=${/learner=(lrn_\w+)/.exec(row)?.[1] ?? ''}`;
}

const people = [1, 2, 3].map((number) => ({
  name: `Qlearner${number} ${'Vlong'.repeat(number === 2 ? 38 : 1)}`,
  words: `Qwords${number}`,
  comment: `Qcomment${number}${' on and on'.repeat(number === 3 ? 150 : 1)}`,
}));
const [one, two, three] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];
const listed = ['Qlisted One', 'Qlisted Two', 'Qnumber77', 'qmail@school.example'];
const list = `Name;ID number;Email\n${listed[0]};Qnumber77;qmail@school.example\n${listed[1]};;`;

describe('what is deleted over the web', () => {
  it('leaves no byte in the data directory, of a learner and of a class', async () => {
    const teacher = makeClient(server.origin);
    const classPath = await openClass(teacher, 'Qclass of names');
    const code = /\/join\/([A-Z\d]{9})/.exec((await teacher.get(classPath)).body)?.[1] ?? '';
    for (const { name, words, comment } of people) {
      const learner = makeClient(server.origin);
      const attempt = await startServed(learner, await joinServed(learner, code, name));
      await answerAll(learner, attempt, words, comment);
    }
    const added = await teacher.post(`${classPath}/learners?/add`, { list });
    expect([added.status, added.body]).toEqual([
      200,
      expect.stringContaining('2 learners were added'),
    ]);
    const texts = ['Qclass of names', ...listed, ...people.flatMap((each) => Object.values(each))];
    expect(foundOf(texts)).toEqual(texts);

    const firstAt = await pathOf(teacher, classPath, 'Qlearner1');
    const renamed = await teacher.post(firstAt.replace('?', '?/rename&'), { name: 'Qrenamed' });
    expect(renamed.body).toContain('The name is now “Qrenamed”');
    const removed = await teacher.post(firstAt.replace('?', '?/remove&'), {});
    expect(removed.body).toContain('Removed, with 1 attempt and 11 answers');
    expect(foundOf([one.name, one.words, 'Qrenamed'])).toEqual([]);
    expect(foundOf([two.name, three.name])).toEqual([two.name, three.name]);

    const unsure = await teacher.post(`${classPath}/settings?/delete`, {});
    expect([unsure.status, unsure.body]).toEqual([400, expect.stringContaining('tick the box')]);
    const gone = await teacher.post(`${classPath}/settings?/delete`, { sure: 'yes' });
    expect(gone.status).toBe(303);
    expect((await teacher.get(gone.location ?? '')).body).toContain('4 learners, with names');
    expect(foundOf([...texts, 'Qrenamed', 'Qcomment', code])).toEqual([]);
    expect((await teacher.get(classPath)).status).toBe(404);
  });
});

describe('what is not led from a browser', () => {
  it.each(['learners', 'settings'])('is a 404 in words: %s', async (page) => {
    const classPath = await openClass(makeClient(server.origin), 'Another class');
    const stranger = makeClient(server.origin);
    await openClass(stranger, 'A class of their own');
    for (const client of [stranger, makeClient(server.origin)]) {
      const reply = await client.get(`${classPath}/${page}`);
      expect([reply.status, reply.body]).toEqual([404, expect.stringContaining('led from this')]);
    }
  });
});

describe('a name that can’t be', () => {
  it('is refused in words, and the pasted list stays in its field', async () => {
    const teacher = makeClient(server.origin);
    const classPath = await openClass(teacher, 'Names');
    const long = `Learner 01\n${'x'.repeat(10_000)}`;
    const reply = await teacher.post(`${classPath}/learners?/add`, { list: long });
    expect(reply.status).toBe(400);
    expect(reply.body).toContain('Line 2');
    expect(reply.body).toContain('x'.repeat(10_000));
    expect((await teacher.get(`${classPath}/learners`)).body).not.toContain('Learner 01');
  });
});

describe('the page of what is stored', () => {
  it('is linked from the foot of every page', async () => {
    const client = makeClient(server.origin);
    for (const path of ['/', '/join', '/teach/new?bank=storm']) {
      expect((await client.get(path)).body).toContain('href="/privacy"');
    }
    expect((await client.get('/privacy')).status).toBe(200);
  });
});
