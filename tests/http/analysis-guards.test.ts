import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSeededClass, seedClass, type SeededClass } from '../classes/seed-class.ts';
import { openServedRoom } from '../classes/served-room.ts';
import type { SittingRoom } from '../attempts/sitting-room.ts';
import { startServer, type TestServer } from './server.ts';

let server: TestServer;
let room: SittingRoom;
let seeded: SeededClass;
let other: Omit<SeededClass, 'learners'>;
let base: string;

beforeAll(async () => {
  server = await startServer({ CONTENT_DIR: 'tests/fixtures/storm' });
  room = await openServedRoom(server);
  seeded = await seedClass(room, 5);
  other = await openSeededClass(room);
  base = `/teach/assignments/${seeded.assignment.id}`;
});
afterAll(async () => {
  await room.store.close();
  await server.stop();
});

type Caller = 'instructor' | 'other instructor' | 'learner' | 'nobody';

/** What a caller's browser holds in its cookies. */
function cookieOf(caller: Caller): string {
  if (caller === 'instructor') return `verbatim-teach=${seeded.instructorSecret}`;
  if (caller === 'other instructor') return `verbatim-teach=${other.instructorSecret}`;
  return caller === 'learner' ? `verbatim=${seeded.learners[0]?.secret}` : '';
}

function ask(caller: Caller, path: string, form?: Readonly<Record<string, string>>) {
  return fetch(`${server.origin}${path}`, {
    method: form ? 'POST' : 'GET',
    redirect: 'manual',
    body: form ? new URLSearchParams(form).toString() : null,
    headers: {
      accept: 'text/html',
      cookie: cookieOf(caller),
      ...(form && { origin: server.origin, 'content-type': 'application/x-www-form-urlencoded' }),
    },
  });
}

const pages = () => [
  `${base}/results`,
  `${base}/results/questions`,
  `${base}/results/quality`,
  `${base}/results/${seeded.learners[0]?.learner.id}`,
  `${base}/items/repairs`,
];
const strangers: readonly Caller[] = ['nobody', 'learner', 'other instructor'];

describe('the pages of a class’s results', () => {
  it('are there for its instructor, as pages and as data', async () => {
    for (const path of pages()) {
      expect([path, (await ask('instructor', path)).status]).toEqual([path, 200]);
      expect([path, (await ask('instructor', `${path}/__data.json`)).status]).toEqual([path, 200]);
    }
  });

  it.each(strangers)('are not there for %s, and tell nothing', async (caller) => {
    for (const path of pages().flatMap((page) => [page, `${page}/__data.json`])) {
      const reply = await ask(caller, path);
      const body = await reply.text();
      const isRefused = reply.status === 404 || body.includes('"status":404');
      expect([path, isRefused]).toEqual([path, true]);
      expect(body).not.toContain('Learner 0');
      expect(body).not.toContain(seeded.classroom.name);
    }
  });

  it('hold no learner’s name where names are off', async () => {
    for (const path of pages()) {
      const body = await (await ask('instructor', `${path}?names=off`)).text();
      expect([path, body.includes('Learner 0')]).toEqual([path, false]);
    }
  });
});

describe('a correction over http', () => {
  const form = { kind: 'drop', reason: 'Two readings.' };

  it.each(strangers)('is not %s’s to preview, make or take back', async (caller) => {
    for (const action of ['previewCorrection', 'correct', 'previewTakingBack', 'takeBack']) {
      const path = `${base}/items/repairs?/${action}`;
      const reply = await ask(caller, path, { ...form, correction: 'rsc_1' });
      expect([action, reply.status]).toEqual([action, 404]);
    }
    expect(await room.store.classes.listRescores(seeded.assignment.id)).toEqual([]);
  });

  it('that is no form is refused in words, as is a list of an LMS', async () => {
    const headers = {
      cookie: cookieOf('instructor'),
      origin: server.origin,
      'content-type': 'multipart/form-data; boundary=none',
    };
    const lms = `${base}/downloads/lms/moodle`;
    for (const path of [`${base}/items/repairs?/correct`, lms, `${lms}/filled`]) {
      const reply = await fetch(`${server.origin}${path}`, { method: 'POST', headers, body: 'x' });
      expect([path, reply.status]).toEqual([path, 400]);
    }
  });

  it('is previewed, made, shown and taken back by the class’s instructor', async () => {
    const item = `${base}/items/repairs`;
    const preview = await ask('instructor', `${item}?/previewCorrection&names=off`, form);
    const shown = await preview.text();
    expect(shown).toContain('Not stored yet');
    expect(shown).not.toContain('Learner 0');
    expect(await room.store.classes.listRescores(seeded.assignment.id)).toEqual([]);
    const made = await ask('instructor', `${item}?/correct`, form);
    expect([made.status, made.headers.get('location')]).toEqual([303, `${item}?done=corrected`]);
    const [record] = await room.store.classes.listRescores(seeded.assignment.id);
    expect(await (await ask('instructor', `${base}/results`)).text()).toContain('Two readings.');
    const back = await ask('instructor', `${item}?/takeBack`, { correction: record?.id ?? '' });
    expect(back.status).toBe(303);
    expect(await room.store.classes.listRescores(seeded.assignment.id)).toMatchObject([
      { id: record?.id, withdrawnAt: expect.any(Number) },
    ]);
  });

  it('says what is missing, and keeps what was filled in', async () => {
    const reply = await ask('instructor', `${base}/items/repairs?/previewCorrection`, {
      kind: 'full-marks',
      reason: '',
    });
    expect(reply.status).toBe(400);
    const body = await reply.text();
    expect(body).toContain('Say why');
    expect(body).toMatch(/value="full-marks" checked/);
  });
});
