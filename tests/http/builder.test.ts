import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageKinds } from '../../src/lib/server/packages/package-kinds.ts';
import { stormContent } from '../browser/storm.ts';
import { makeClient } from './client.ts';
import { startServer, type TestServer } from './server.ts';

let server: TestServer;
let narrow: TestServer;
let closed: TestServer;
beforeAll(async () => {
  [server, narrow, closed] = await Promise.all([
    startServer({ CONTENT_DIR: stormContent }),
    startServer({
      CONTENT_DIR: stormContent,
      PACKAGES: 'off',
      EMBED_ORIGINS: 'https://school.example,https://*.press.example',
    }),
    startServer({
      CONTENT_DIR: stormContent,
      EMBED_ORIGINS: 'none',
      LTI_REGISTRATION: 'off',
    }),
  ]);
});
afterAll(() => Promise.all([server, narrow, closed].map((each) => each.stop())));

const ask = (path: string, { origin } = server) => makeClient(origin).get(path);

/** The code to be copied, as text. */
function codeIn(page: string): string {
  const written = /<pre id="code"[^>]*>(.*?)<\/pre>/s.exec(page)?.[1] ?? '';
  return written.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

describe('the builder’s page of a quiz', () => {
  it.each(['iframe', 'element'])(
    'holds the code of its %s once as text and once at work',
    async (kind) => {
      const { body } = await ask(`/build/storm?kind=${kind}&items=schools,repairs&pass=80`);
      const code = codeIn(body);
      expect(code.split('\n')).toHaveLength(2);
      expect(body).toContain(`>${code}<`);
      expect(body).toContain(encodeURIComponent(code).replaceAll("'", '%27'));
    },
  );

  it('may frame this server, and nothing may frame it', async () => {
    const { headers } = await ask('/build/storm');
    expect(headers).toMatch(/content-security-policy: .*frame-src 'self'/);
    expect(headers).toMatch(/content-security-policy: .*frame-ancestors 'none'/);
    for (const path of ['/', '/build', '/banks/storm']) {
      expect((await ask(path)).headers).not.toContain('frame-src');
    }
  });

  it('says of a format what it does not carry of the chosen questions, and of how many', async () => {
    const moodle = (await ask('/build/storm?kind=moodle-xml')).body;
    expect(moodle).toContain('What Moodle XML does not carry as it is here:');
    expect(moodle).toMatch(/The names of misreadings are left out[^<]*<[^>]*>\d+ questions?</);
    const plain = (await ask('/build/storm?kind=qti3&items=schools')).body;
    expect(plain).not.toContain('does not carry as it is');
    expect((await ask('/build/storm?kind=iframe')).body).not.toContain('does not carry as it is');
  });

  it('asks no search engine in, and knows no other quiz', async () => {
    expect((await ask('/build/storm')).body).toContain('name="robots" content="noindex"');
    expect((await ask('/build/thunder')).status).toBe(404);
    expect((await ask('/build/constructor')).status).toBe(404);
  });

  it.each([
    ['sent=1', 'items', 'No question is ticked'],
    ['items=flood', 'items', 'no question “flood”'],
    ['items=a%20b', 'items', '“a b” is no list'],
    ['draw=0', 'draw', '“0” can’t be drawn'],
    ['items=schools,repairs&draw=3', 'draw', 'Only 2 questions are ticked: write 2 or less'],
    ['order=random', 'order', 'can’t be “random”'],
    ['pass=101', 'pass', 'can’t be “101”'],
    ['theme=pink', 'theme', 'can’t be “pink”'],
    ['accent=red', 'accent', '“red” is no colour'],
    ['lang=tlh', 'lang', 'not spoken here'],
    ['kind=fax', 'kind', 'no such way'],
  ])('names at its field what can’t be followed: %s', async (query, field, words) => {
    const { body, status } = await ask(`/build/storm?${query}`);
    expect(status).toBe(200);
    expect(body).toMatch(new RegExp(`id="${field}-fault"[^>]*>[^<]*${words}`));
    expect(body).toContain(`href="#${field}"`);
    expect(body).toContain(`id="${field}"`);
    expect(codeIn(body)).toBe('');
  });

  it('shows what was entered as text', async () => {
    const { body } = await ask('/build/storm?accent=%22%3E%3Cscript%3Ealert(1)&items=%3Cimg%3E');
    expect(body).not.toContain('<script>alert');
    expect(body).not.toContain('<img>');
  });

  it.each(Object.entries(packageKinds))('hands out %s as what it is', async (kind, rules) => {
    const { body } = await ask(`/build/storm?kind=${kind}&items=schools,repairs&pass=80`);
    const address = /<a [^>]*href="([^"]*)" download/.exec(body)?.[1]?.replaceAll('&amp;', '&');
    expect(address).toMatch(
      new RegExp(`^/packages/storm/${kind}\\?items=schools,repairs&pass=80$`),
    );
    const reply = await fetch(`${server.origin}${address}`);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-type')).toBe(rules.mediaType);
    expect(reply.headers.get('content-disposition')).toContain(`storm_${kind}_`);
    expect(reply.headers.get('content-disposition')).toContain(rules.ending);
    const edition = /Edition ([0-9a-f]{8})/.exec(body)?.[1] ?? 'none is named';
    expect(reply.headers.get('content-disposition')).toContain(edition);
  });

  it('says where its frames are refused, and that no file is handed out', async () => {
    const framed = await ask('/build/storm?kind=iframe', narrow);
    expect(framed.body).toContain('https://school.example, https://*.press.example');
    const packed = await ask('/build/storm?kind=web', narrow);
    expect(packed.body).toContain('hands out no files that carry a key');
    expect(packed.body).not.toContain('href="/packages');
    expect(packed.body).not.toContain('Edition');
  });

  it.each([
    ['iframe', 'no other site show its quizzes', 'Paste both lines'],
    ['element', 'no other site show its quizzes', 'Paste both lines'],
    ['link', 'Nothing has to be allowed', 'WordPress'],
    ['lti', '/lti/login', '/lti/register'],
  ])('promises no %s that settings forbid', async (kind, said, promised) => {
    const { body } = await ask(`/build/storm?kind=${kind}`, closed);
    expect(body).toContain(said);
    expect(body).not.toContain(promised);
  });

  it('says that an address without https, or of this machine, does not reach far', async () => {
    expect((await ask('/build/storm?kind=lti')).body).toContain('LTI needs https');
    expect((await ask('/build/storm?kind=link')).body).toContain('nobody else can reach it');
  });
});

describe('the list from which a course builder chooses', () => {
  it('tells what quizzes are like, and no shares of verdicts', async () => {
    const { body } = await ask('/build');
    expect(body).toContain('11 questions from 2 articles · English');
    expect(body).toContain('3 claims to judge');
  });

  it.each([
    ['words=storm', 1],
    ['words=flood', 0],
    ['language=en&level=judge&least=10', 1],
    ['least=20', 0],
    ['language=de', 0],
    ['least=many', 1],
  ])('is narrowed by %s', async (query, found) => {
    const { body } = await ask(`/build?${query}`);
    expect(body).toContain(`${found} of 1 quiz.`);
    expect(body.includes('href="/build/storm"')).toBe(found === 1);
  });
});

describe('ways to it', () => {
  it.each([
    ['/banks/storm', '/build/storm'],
    ['/teach', '/build'],
    ['/', '/build'],
  ])('start on %s', async (path, to) => {
    expect((await ask(path)).body).toContain(`href="${to}"`);
  });
});
