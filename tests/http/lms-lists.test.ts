import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/lib/server/storage/store.ts';
import { openSeededClass, seedClass, type SeededClass } from '../classes/seed-class.ts';
import { openServedRoom } from '../classes/served-room.ts';
import { importIntoCanvas, importIntoMoodle, type LmsUser } from '../formats/importers.ts';
import { startServer, type TestServer } from './server.ts';

let server: TestServer;
let store: Store;
let seeded: SeededClass;
let other: Pick<SeededClass, 'instructorSecret'>;
/** Percent of the learners that the lists match, by name. */
let percents: ReadonlyMap<string, number>;

beforeAll(async () => {
  server = await startServer({ CONTENT_DIR: 'tests/fixtures/storm' });
  const room = await openServedRoom(server);
  ({ store } = room);
  seeded = await seedClass(room, 5, { title: 'The storm (77)' });
  other = await openSeededClass(room);
  const known = [
    { studentNumber: '007' },
    { email: 'learner02@example.org' },
    { firstName: 'Twin', lastName: 'Learner' },
    { firstName: 'Twin', lastName: 'Learner' },
  ];
  for (const [index, names] of known.entries()) {
    const { learner } = seeded.learners[index] ?? {};
    if (learner) await store.classes.updateLearner(learner.id, names);
  }
  const view = { sort: null, isNamed: true, page: 1 };
  const page = await room.app.teaching.showPupils(seeded.assignment.id, seeded.instructor, view);
  percents = new Map(page?.rows.map(({ name, grade }) => [name, grade?.percent ?? NaN]));
});

afterAll(async () => {
  await store.close();
  await server.stop();
});

/** With semicolons and decimal commas, as an LMS writes for whoever has those. */
const moodleList = `"First name";"Last name";"ID number";"Email address";"Course total (Real)"
Learner;"01";007;one@example.org;"8,50"
Learner;"02";;LEARNER02@example.org;"7,25"
Twin;Learner;;twin@example.org;-
Guest;Somebody;g1;guest@example.org;-
`;
const canvasList = `Student;ID;SIS User ID;SIS Login ID;Section;Essay (12)
    Points Possible;;;;;10
"01, Learner";101;007;one;9b;"8,50"
"02, Learner";102;;learner02@example.org;9b;"7,25"
"Learner, Twin";103;;;9b;
"Somebody, Guest";104;;guest;9b;
`;

const users: readonly LmsUser[] = [
  { id: '101', idNumber: '007', email: 'one@example.org', login: 'one', name: '01, Learner' },
  {
    ...{ id: '102', idNumber: '', email: 'learner02@example.org' },
    ...{ login: 'learner02@example.org', name: '02, Learner' },
  },
  { id: '103', idNumber: '', email: 'twin@example.org', login: '', name: 'Learner, Twin' },
  {
    ...{ id: '104', idNumber: 'g1', email: 'guest@example.org' },
    ...{ login: 'guest', name: 'Somebody, Guest' },
  },
];

function post(lms: string, list: string, filled = '', secret = seeded.instructorSecret) {
  const { origin } = server;
  const place = `/teach/assignments/${seeded.assignment.id}/downloads/lms/${lms}${filled}`;
  return fetch(origin + place, {
    method: 'POST',
    body: new URLSearchParams({ list }),
    headers: { origin, cookie: `verbatim-teach=${secret}`, accept: 'text/html' },
  });
}

/** The names that a page lists in a group, as they are read. */
function namesIn(page: string, group: string): string[] {
  const [, section = ''] =
    new RegExp(`<section[^>]*data-group="${group}"[^>]*>(.*?)</section>`, 's').exec(page) ?? [];
  return [...section.matchAll(/<li[^>]*>(.*?)<\/li>/gs)].map(([, name = '']) =>
    name.replace(/<!--.*?-->/gs, '').trim(),
  );
}

describe.each([
  ['moodle', moodleList],
  ['canvas', canvasList],
])('the list of %s, pasted without script', (lms, list) => {
  it('names who was matched, could be several, is missing, and is not in it', async () => {
    const response = await post(lms, list);
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(namesIn(page, 'matched').join()).toMatch(/Learner 01.*Learner 02/);
    expect(namesIn(page, 'matched')).toHaveLength(2);
    expect(namesIn(page, 'ambiguous').join()).toMatch(/Learner 03.*Learner 04/);
    expect(namesIn(page, 'missing').join()).toContain('Guest');
    expect(namesIn(page, 'unmatched')).toEqual(['Learner 05']);
  });

  it.each([
    ['a header without its columns', 'Name;Mark\nLearner 01;5\n', 'is missing from the header'],
    ['a quotation mark that never closes', `${list}"Learner`, 'is never closed'],
    ['a cell beyond the header', `${list}a;b;c;d;e;f;beyond\n`, '“beyond” stands beyond'],
    ['nobody in it', list.replace(/\n[^]*/, '\n'), 'names nobody'],
  ])('is refused whole for %s, in words', async (_name, wrong, words) => {
    const shown = await post(lms, wrong);
    expect([shown.status, (await shown.text()).includes(words)]).toEqual([422, true]);
    const filled = await post(lms, wrong, '/filled');
    expect([filled.status, (await filled.text()).includes(words)]).toEqual([422, true]);
  });

  it('is refused in words where it is larger than 64 kB', async () => {
    for (const filled of ['', '/filled']) {
      const response = await post(lms, list + 'x'.repeat(70_000), filled);
      expect([response.status, (await response.text()).includes('64 kB')]).toEqual([413, true]);
    }
  });

  it('is for the browser that leads the class alone', async () => {
    for (const filled of ['', '/filled']) {
      const response = await post(lms, list, filled, other.instructorSecret);
      expect([response.status, (await response.text()).includes('Learner 01')]).toEqual([
        404,
        false,
      ]);
    }
  });
});

describe('the filled list', () => {
  const percentOf = (number: number) => percents.get(`Learner 0${number}`) ?? NaN;

  it('goes through the import of Moodle, which takes nothing where one is unknown', async () => {
    const response = await post('moodle', moodleList, '/filled');
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename=".*moodle.csv"/,
    );
    const text = await response.text();
    const [header = ''] = text.split('\n');
    const grade = header.split(',').at(-1) ?? '';
    const mapping = { key: 'Email address', grade, feedback: null } as const;
    const { grades, faults } = importIntoMoodle(text, mapping, users);
    expect(faults).toEqual([]);
    expect([...grades]).toEqual([
      ['101', expect.closeTo(percentOf(1), 2)],
      ['102', expect.closeTo(percentOf(2), 2)],
    ]);
  });

  it('goes through the import of Canvas, which invents nobody', async () => {
    const response = await post('canvas', canvasList, '/filled');
    const imported = importIntoCanvas(await response.text(), users);
    const { grades, faults, assignment, pointsPossible } = imported;
    expect([faults, assignment]).toEqual([[], '77']);
    expect([...grades]).toEqual([
      ['101', expect.closeTo((percentOf(1) * (pointsPossible ?? NaN)) / 100, 1)],
      ['102', expect.closeTo((percentOf(2) * (pointsPossible ?? NaN)) / 100, 1)],
    ]);
  });
});
