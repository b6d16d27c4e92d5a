import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stormContent } from '../browser/storm.ts';
import { askServer, type Request } from './guards/ask.ts';
import { goBackstage, type Backstage } from './guards/backstage.ts';
import { checkRequest, requestsOf, requestsThat, type Ask } from './guards/check-row.ts';
import { findAsks } from './guards/find-routes.ts';
import { readTable } from './guards/read-table.ts';
import { setScene, type SetScene } from './guards/set-scene.ts';
import { startServer, type TestServer } from './server.ts';

const rows = readTable(
  readFileSync(join(import.meta.dirname, 'guards/who-gets-what.txt'), 'utf8'),
);

let server: TestServer;
let backstage: Backstage;
let ask: Ask;
beforeAll(async () => {
  server = await startServer({ CONTENT_DIR: stormContent });
  backstage = await goBackstage(server.dataDir);
  ask = (request) => askServer(server.origin, request);
});
afterAll(async () => {
  await backstage.context.store.close();
  await server.stop();
});

/** What is otherwise than the table says of all that is to be refused; nothing may come of it. */
async function walkRefused(scene: SetScene): Promise<string[]> {
  const faults: (string | null)[] = [];
  for (const { row, caller } of requestsThat('refused', rows)) {
    for (const request of requestsOf(row, caller, scene)) {
      faults.push(await checkRequest(row, caller, request, scene, ask));
    }
  }
  return faults.filter((fault) => fault !== null);
}

/** The same of all that is to be granted; each in a scene of its own, unless it only reads. */
async function walkGranted(shared: SetScene): Promise<string[]> {
  const faults: (string | null)[] = [];
  for (const { row, caller } of requestsThat('granted', rows)) {
    const isReading = !row.what.startsWith('?') && row.gets[caller] === 200;
    for (const [at] of requestsOf(row, caller, shared).entries()) {
      const scene = isReading ? shared : await setScene(backstage);
      const request = requestsOf(row, caller, scene)[at] as Request;
      faults.push(await checkRequest(row, caller, request, scene, ask));
    }
  }
  return faults.filter((fault) => fault !== null);
}

describe('every route, asked by everybody', () => {
  it('stands in the table of who gets what, with each of its actions', () => {
    const found = findAsks('src/routes').map(({ route, what }) => `${route} ${what}`);
    const named = new Set(rows.map(({ route, what }) => `${route} ${what}`));
    expect(found.length).toBeGreaterThan(60);
    expect(found.filter((each) => !named.has(each))).toEqual([]);
    expect([...named].filter((each) => !found.includes(each))).toEqual([]);
  });

  it('refuses whom the table refuses, tells them nothing, and keeps the database as it was', async () => {
    const scene = await setScene(backstage);
    const before = await scene.snapshot();
    expect(await walkRefused(scene)).toEqual([]);
    expect(await scene.snapshot()).toBe(before);
  });

  it('grants what the table grants, and tells nobody of others', async () => {
    expect(await walkGranted(await setScene(backstage))).toEqual([]);
  });
});
