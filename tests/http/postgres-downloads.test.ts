import { afterAll, beforeAll, expect, it } from 'vitest';
import { fileNames } from '../../src/lib/server/exports/export-job.ts';
import { writeBackup } from '../../src/lib/server/storage/backup.ts';
import { openDatabase, openStore } from '../../src/lib/server/storage/open.ts';
import type { StoragePlace } from '../../src/lib/server/storage/place.ts';
import { restoreBackup } from '../../src/lib/server/storage/restore.ts';
import { openSittingRoom, type SittingRoom } from '../attempts/sitting-room.ts';
import { seedClass, type SeededClass } from '../classes/seed-class.ts';
import { addLongRows } from '../exports/add-long-rows.ts';
import { bytesOf, jobFor } from '../exports/export-class.ts';
import { usePostgres } from '../storage/postgres-databases.ts';
import { freshFiles } from '../storage/temporary-folder.ts';
import { startServer, type TestServer } from './server.ts';

const { emptied, pause, resume } = usePostgres();
const freshFile = freshFiles();

let url: string;
let server: TestServer;
let room: SittingRoom;
let seeded: SeededClass;

beforeAll(async () => {
  const file = freshFile();
  room = await openSittingRoom({ place: { file }, now: Date.now() - 3_600_000 });
  seeded = await seedClass(room, 12);
  const [someone] = seeded.learners;
  if (someone) {
    const names = { firstName: 'Zoë; "Zo"', lastName: '=1+1', studentNumber: '007' };
    await room.store.classes.updateLearner(someone.learner.id, names);
  }
  url = await emptied();
  await copy({ file }, { url });
  server = await startServer({ CONTENT_DIR: 'tests/fixtures/storm', DATABASE_URL: url });
});
afterAll(async () => {
  await room.store.close();
  await server.stop();
});

/** Brings everything of one database into another, empty one. */
async function copy(from: StoragePlace, to: StoragePlace): Promise<void> {
  const [source, target] = [await openDatabase(from), await openDatabase(to)];
  await restoreBackup(target, writeBackup(source));
  await source.db.destroy();
  await target.db.destroy();
}

function fetchFile(name: string): Promise<Response> {
  const place = `/teach/assignments/${seeded.assignment.id}/downloads/${name}`;
  const cookie = `verbatim-teach=${seeded.instructorSecret}`;
  return fetch(`${server.origin}${place}`, { headers: { cookie } });
}

it('an export from PostgreSQL has the bytes of one from SQLite', async () => {
  const store = await openStore({ url });
  for (const file of [...fileNames, 'bundle'] as const) {
    const job = await jobFor(room, seeded, file, 'items=on');
    const bytes = await bytesOf({ store }, job);
    expect(Buffer.from(bytes).equals(await bytesOf(room, job)), file).toBe(true);
  }
  await store.close();
});

it('a server on PostgreSQL sends them', async () => {
  const { status, bytes } = await fetchFile('all.zip').then(async (response) => ({
    status: response.status,
    bytes: Buffer.from(await response.arrayBuffer()),
  }));
  expect(status).toBe(200);
  expect(bytes.equals(await bytesOf(room, await jobFor(room, seeded, 'bundle')))).toBe(true);
});

it('a download whose database goes away in the middle breaks off, and is not taken for whole', async () => {
  const store = await openStore({ url });
  await addLongRows(store, seeded.classroom.id);
  await store.close();
  const response = await fetchFile('gradebook.csv');
  const reader = response.body?.getReader();
  expect(response.status).toBe(200);
  expect((await reader?.read())?.value?.length).toBeGreaterThan(0);
  await pause();
  const broken = await readAll(reader).catch((error: unknown) => error);
  await resume();
  expect(broken).toBeInstanceOf(TypeError);
  const progress = await fetchFile('progress');
  expect([progress.status, await progress.json()]).toEqual([200, []]);
  expect((await fetchFile('attempts.csv')).status).toBe(200);
});

async function readAll(reader: ReadableStreamDefaultReader<Uint8Array> | undefined) {
  let length = 0;
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    length += next.value.length;
  }
  return length;
}
