import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stormContent } from '../browser/storm.ts';
import { askServer, type Outcome, type Request } from './guards/ask.ts';
import { goBackstage, type Backstage } from './guards/backstage.ts';
import type { Ask } from './guards/check-row.ts';
import { findAsks } from './guards/find-routes.ts';
import { callers, readTable, type TableRow } from './guards/read-table.ts';
import { setScene } from './guards/set-scene.ts';
import { findUnnamed, walkGranted, walkRefused, type SetScene } from './guards/walk.ts';
import { startServer, type TestServer } from './server.ts';

let rows: TableRow[];
beforeAll(async () => {
  const table = join(import.meta.dirname, 'guards/who-gets-what.txt');
  rows = readTable(await readFile(table, 'utf8'));
});

describe('every route, asked by everybody', () => {
  let server: TestServer;
  let backstage: Backstage;
  const ask: Ask = (request) => askServer(server.origin, request);
  beforeAll(async () => {
    server = await startServer({ CONTENT_DIR: stormContent });
    backstage = await goBackstage(server.dataDir);
  });
  afterAll(async () => {
    await backstage.context.store.close();
    await server.stop();
  });

  it('stands in the table of who gets what, with each of its actions', () => {
    const found = findAsks('src/routes');
    expect(found.length).toBeGreaterThan(60);
    expect(findUnnamed(found, rows)).toEqual([]);
  });

  it('refuses whom the table refuses, tells them nothing, and keeps the database as it was', async () => {
    expect(await walkRefused(rows, await setScene(backstage), ask)).toEqual([]);
  });

  it('grants what the table grants, and tells nobody of others', async () => {
    expect(await walkGranted(rows, () => setScene(backstage), ask)).toEqual([]);
  });
});

describe('the walk itself', () => {
  const line = (what: string, teacher: string) =>
    `/teach/classes/[class] ${what} 404 404 404 404 ${teacher} 404 404`;
  const table = () => readTable([line('page', '200'), line('?/rename', '200')].join('\n'));
  let stored = 'as it was';
  const scene: SetScene = {
    cookies: Object.fromEntries(callers.map((each) => [each, each])) as SetScene['cookies'],
    pathOf: () => '/teach/classes/cls_1',
    formOf: () => ({ name: 'Learner 02' }),
    secrets: [{ text: 'Learner 01', knownTo: ['teacher'], key: 'rejoin' }],
    snapshot: async () => stored,
  };
  const granted: Outcome = { status: 200, leadsTo: null, text: 'Learner 01' };
  const refused: Outcome = { status: 404, leadsTo: null, text: 'No such class.' };
  /** An app whose pages are guarded, with a hole where `isOpen` says so. */
  const appWith =
    (isOpen: (request: Request) => boolean, hole: Outcome = granted): Ask =>
    async (request) =>
      request.cookie === 'teacher' ? granted : isOpen(request) ? hole : refused;
  const strangers = callers.filter((each) => each !== 'teacher');

  it('has nothing against an app that guards everything', async () => {
    const ask = appWith(() => false);
    expect(await walkRefused(table(), scene, ask)).toEqual([]);
    expect(await walkGranted(table(), async () => scene, ask)).toEqual([]);
  });

  it.each<[string, Request['as'], string]>([
    ['data', 'data', 'page as data'],
    ['action, as a script posts it', 'action', '?/rename as action'],
  ])('names a page that a layout guards and whose %s nothing guards', async (_name, as, words) => {
    const faults = await walkRefused(
      table(),
      scene,
      appWith((request) => request.as === as),
    );
    expect(faults).toEqual(
      strangers.map((each) => `/teach/classes/[class] ${words}, ${each}: 200, not 404`),
    );
  });

  it('names a refusal that tells a learner’s name', async () => {
    const hole = { ...refused, text: 'Learner 01 is not yours' };
    const faults = await walkRefused(
      table(),
      scene,
      appWith(({ as }) => as === 'data', hole),
    );
    expect(faults).toHaveLength(strangers.length);
    expect(faults[0]).toContain('page as data, nobody: tells Learner 01');
  });

  it('names a refusal that did what it refused', async () => {
    const ask: Ask = async (request) => {
      if (request.method === 'POST') stored = 'changed';
      return refused;
    };
    expect(await walkRefused(table(), scene, ask)).toEqual([
      'What was refused changed the database',
    ]);
  });

  it('names a teacher who is kept out', async () => {
    const faults = await walkGranted(
      table(),
      async () => scene,
      async () => refused,
    );
    expect(faults).toHaveLength(4);
    expect(faults[0]).toContain('teacher: 404, not 200');
  });

  it('names a route and an action that the table leaves out, and a line of the table that is left over', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'verbatim-routes-'));
    const page = join(folder, '(site)/classes/[class]');
    await mkdir(join(page, 'pulse'), { recursive: true });
    await writeFile(
      join(page, '+page.server.ts'),
      'export const load = async () => ({});\nexport const actions = { leave: async () => {} } satisfies Actions;',
    );
    await writeFile(join(page, 'pulse/+server.ts'), 'export const GET = async () => null;');
    expect(findUnnamed(findAsks(folder), table())).toEqual([
      '/classes/[class] page: not in the table',
      '/classes/[class] ?/leave: not in the table',
      '/classes/[class]/pulse GET: not in the table',
      '/classes/[class]/pulse POST: not in the table',
      '/teach/classes/[class] page: no such route or action',
      '/teach/classes/[class] ?/rename: no such route or action',
    ]);
    await writeFile(join(page, '+page.server.ts'), 'export const actions = makeActions();');
    expect(() => findAsks(folder)).toThrow('no object that can be read');
    await rm(folder, { recursive: true });
  });
});
