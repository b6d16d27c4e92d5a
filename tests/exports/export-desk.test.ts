import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeExportDesk, type ExportDesk } from '../../src/lib/server/exports/export-desk.ts';
import type { ExportJob } from '../../src/lib/server/exports/export-job.ts';
import { isStorageFault } from '../../src/lib/server/storage/store.ts';
import { openSittingRoom, type SittingRoom } from '../attempts/sitting-room.ts';
import { seedClass } from '../classes/seed-class.ts';
import { jobFor } from './export-class.ts';

const thread = 'src/lib/server/exports/export-thread.ts';
const learners = 12;
let folder: string;
let room: SittingRoom;
let job: ExportJob;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-desk-'));
  room = await openSittingRoom({ place: { file: join(folder, 'verbatim.db') } });
  job = await jobFor(room, await seedClass(room, learners), 'responses.csv');
});

afterAll(async () => {
  await room.store.close();
  await rm(folder, { recursive: true, force: true });
});

function openDesk(file = join(folder, 'verbatim.db')): ExportDesk {
  return makeExportDesk({ database: { file }, thread });
}

const never = new AbortController().signal;

describe('the desk of exports', () => {
  it('runs two at a time, tells the third that it waits, and takes it in its turn', async () => {
    const desk = openDesk();
    const started = [1, 2, 3].map(() => desk.start(job, never));
    expect(desk.underWay(job.assignment.id).map(({ isWaiting }) => isWaiting)).toEqual([
      false,
      false,
      true,
    ]);
    const texts = await Promise.all(started.map(async (each) => new Response(await each).text()));
    const rows = 1 + learners * job.assignment.itemIds.length;
    expect(texts.map((text) => text.trimEnd().split('\n').length)).toEqual([rows, rows, rows]);
  });

  it('forgets one that was given up while it waited', async () => {
    const desk = openDesk();
    const running = [1, 2].map(() => desk.start(job, never));
    const giveUp = new AbortController();
    const third = desk.start(job, giveUp.signal);
    giveUp.abort();
    await expect(third).rejects.toThrow();
    expect(desk.underWay(job.assignment.id).filter(({ isWaiting }) => isWaiting)).toEqual([]);
    await Promise.all(running.map(async (each) => (await each).cancel()));
  });

  it('rejects in words where the database can’t be read, before any byte', async () => {
    const desk = openDesk(join(folder, 'verbatim.db', 'nowhere.db'));
    const fault = await desk.start(job, never).catch((error: unknown) => error);
    expect(isStorageFault(fault)).toBe(true);
  });

  it('errors what is under way when the server stops, rather than end it as if whole', async () => {
    const desk = openDesk();
    // Its learners are more pieces than may be under way at a time.
    const stream = await desk.start({ ...job, file: 'results.jsonl' }, never);
    desk.close();
    await expect(new Response(stream).text()).rejects.toThrow();
  });
});
