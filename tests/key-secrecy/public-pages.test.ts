import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCollection } from '../../src/lib/server/content/load-collection.ts';
import { makeClient } from '../http/client.ts';
import { startServer, type TestServer } from '../http/server.ts';

let server: TestServer;
let paths: string[];
let secrets: string[];

/** A text as a page prints it: its special signs written as HTML does. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

beforeAll(async () => {
  server = await startServer();
  const collection = await loadCollection({ contentDir: 'src/content', sourcesDir: null });
  paths = [
    ...['/', '/sources', '/explainers', '/how-it-works', '/my-record', '/privacy'],
    ...['/build', '/join', '/teach', '/teach/new', '/teach/recover', '/teach/deleted'],
    ...collection.banks.flatMap(({ id }) => [
      `/banks/${id}`,
      `/embed/${id}`,
      `/teach/new?bank=${id}`,
      `/build/${id}?kind=scorm-1.2`,
      `/build/${id}?kind=moodle-xml`,
      `/banks/${id}/worksheet`,
      `/banks/${id}/worksheet/key`,
    ]),
    ...[...collection.sources.keys()].map((id) => `/sources/${id}`),
    ...collection.explainers.map(({ slug }) => `/explainers/${slug}`),
  ];
  secrets = collection.files.flatMap(({ written }) =>
    written.flatMap(({ block, why }) => [
      ...why,
      ...block.options.flatMap(({ reply }) => reply ?? []),
      ...block.expectedWrong.map(({ reply }) => reply),
    ]),
  );
});
afterAll(() => server.stop());

/** Which of these texts a page shows. */
async function shown(path: string, texts: readonly string[]): Promise<string[]> {
  const { status, body } = await makeClient(server.origin).get(path);
  expect(status).toBe(200);
  return texts.filter((text) => body.includes(escaped(text)));
}

describe('the pages of the project’s collection, to a browser that has answered nothing', () => {
  it('hold no explanation and no reply of any bank', async () => {
    expect(secrets.length).toBeGreaterThan(150);
    const seen = await Promise.all(paths.map((path) => shown(path, secrets)));
    expect(seen.flat()).toEqual([]);
  });

  it('mark no decisive words', async () => {
    const client = makeClient(server.origin);
    const bodies = await Promise.all(paths.map(async (path) => (await client.get(path)).body));
    expect(bodies.filter((body) => body.includes('<mark'))).toEqual([]);
  });

  it('would be caught holding one', async () => {
    const [path = ''] = paths.filter((each) => each.startsWith('/explainers/'));
    const { body } = await makeClient(server.origin).get(path);
    const words = /<blockquote[^>]*>([^<]{40})/.exec(body)?.[1] ?? '';
    expect(words).toHaveLength(40);
    expect(await shown(path, [words.replaceAll('&amp;', '&')])).toHaveLength(1);
  });
});
