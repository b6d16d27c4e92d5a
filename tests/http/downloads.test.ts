import { setTimeout as wait } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOwnerSecret } from '../../src/lib/server/owner.ts';
import type { Store } from '../../src/lib/server/storage/store.ts';
import { seedClass, openSeededClass, type SeededClass } from '../classes/seed-class.ts';
import { openServedRoom } from '../classes/served-room.ts';
import { readStrictly } from '../formats/read-strictly.ts';
import { startServer, type TestServer } from './server.ts';

let server: TestServer;
let store: Store;
let seeded: SeededClass;
let other: Pick<SeededClass, 'instructorSecret'>;

beforeAll(async () => {
  server = await startServer({ CONTENT_DIR: 'tests/fixtures/storm' });
  const room = await openServedRoom(server);
  ({ store } = room);
  seeded = await seedClass(room, 12);
  other = await openSeededClass(room);
});

afterAll(async () => {
  await store.close();
  await server.stop();
});

function addressOf(file: string): string {
  return `${server.origin}/teach/assignments/${seeded.assignment.id}/downloads${file}`;
}

function fetchAs(secret: string | null, file: string, signal?: AbortSignal): Promise<Response> {
  const cookie = secret === null ? '' : `verbatim-teach=${secret}`;
  return fetch(addressOf(file), { headers: { cookie }, ...(signal && { signal }) });
}

const files = [
  ...['gradebook.csv', 'attempts.csv', 'responses.csv', 'items.csv', 'options.csv', 'test.csv'],
  ...['calibration.csv', 'matrix.csv', 'codebook.csv', 'moodle-grades.csv', 'sheets.csv'],
  ...['canvas-gradebook.csv', 'unmatched.csv', 'results.jsonl', 'results.xlsx', 'all.zip'],
];

describe('the downloads of a class', () => {
  const places = ['', '/progress', ...files.map((file) => `/${file}`)];

  it.each(places)('%s: is for the browser that leads the class alone', async (place) => {
    for (const secret of [null, other.instructorSecret, makeOwnerSecret()]) {
      const { status } = await fetchAs(secret, place);
      expect(status).toBe(404);
    }
    const own = await fetchAs(seeded.instructorSecret, place);
    expect(own.status).toBe(200);
    await own.body?.cancel();
  });

  it('are whole, named for the class, and kept by nobody on their way', async () => {
    const response = await fetchAs(seeded.instructorSecret, '/responses.csv');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store,no-transform');
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="Class-01_storm_\d{4}-\d\d-\d\d_responses\.csv"; filename\*=UTF-8''/,
    );
    const rows = readStrictly(await response.text());
    expect(rows).toHaveLength(1 + 12 * seeded.assignment.itemIds.length);
  });

  it('come in one zip, the same as each by itself', async () => {
    const bundle = await fetchAs(seeded.instructorSecret, '/all.zip');
    const unzipped = unzipSync(new Uint8Array(await bundle.arrayBuffer()));
    for (const [name, bytes] of Object.entries(unzipped)) {
      const alone = await fetchAs(seeded.instructorSecret, `/${name.replace(/^.*\//, '')}`);
      expect(new TextDecoder().decode(bytes), name).toBe(await alone.text());
    }
    expect(Object.keys(unzipped)).toHaveLength(14);
  });

  it('say of any other name that there is no such file', async () => {
    for (const name of ['/answers.csv', '/..%2Fverbatim.db', '/all.tar']) {
      const response = await fetchAs(seeded.instructorSecret, name);
      expect(response.status).toBe(404);
      await response.body?.cancel();
    }
  });
});

describe('a download that is given up', () => {
  it('ends what writes it, and holds up none after it', async () => {
    for (let round = 0; round < 5; round += 1) {
      const giveUp = new AbortController();
      const response = await fetchAs(seeded.instructorSecret, '/results.jsonl', giveUp.signal);
      await response.body?.getReader().read();
      giveUp.abort();
    }
    const left = async () => {
      const progress = await fetchAs(seeded.instructorSecret, '/progress');
      return ((await progress.json()) as unknown[]).length;
    };
    for (let round = 0; round < 100 && (await left()) > 0; round += 1) await wait(50);
    expect(await left()).toBe(0);
    const whole = await fetchAs(seeded.instructorSecret, '/gradebook.csv');
    expect(readStrictly(await whole.text())).toHaveLength(13);
  });
});
