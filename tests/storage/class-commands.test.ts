import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { ownerOfLearner, type InstructorId } from '../../src/lib/quiz/ids.ts';
import { hashOf } from '../../src/lib/server/classes/class-secrets.ts';
import { mayOpenClass } from '../../src/lib/server/classes/class-policy.ts';
import { openStore } from '../../src/lib/server/storage/open.ts';
import { storagePlace } from '../../src/lib/server/storage/place.ts';
import type { Store } from '../../src/lib/server/storage/store.ts';
import {
  attemptIdAt,
  classId,
  colleague,
  fillClass,
  instructor,
  learnerIdAt,
  makeClassAttempt,
  makeOtherClass,
  otherClassId,
  otherKeys,
} from './make-class-rows.ts';
import { makeAnswer } from './make-rows.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
const ending = 4_000_000_000_000;
let count = 0;
let dataDir: string;

/** Runs `npm run data -- …` on the test's data folder. */
function data(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/data.ts', ...words], {
    env: { PATH: process.env['PATH'], DATA_DIR: dataDir, ORIGIN: 'https://quiz.example' },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

async function inStore<Value>(work: (store: Store) => Promise<Value>): Promise<Value> {
  const store = await openStore(storagePlace({ DATA_DIR: dataDir }));
  const value = await work(store);
  await store.close();
  return value;
}

const ids = () =>
  inStore(async ({ classes }) => (await classes.pageClasses(null, 9)).map(({ id }) => id));

/** A class with two learners, one of whom answered, and an empty one. */
beforeEach(async () => {
  count += 1;
  dataDir = `${folder}/${count}`;
  await inStore(async (store) => {
    await fillClass(store, 2);
    await store.classes.updateClass(classId, { endsAt: ending });
    const other = makeOtherClass({ name: 'Class 7c', endsAt: ending });
    await store.classes.createClass(other, otherKeys, instructor, null);
    await store.classes.createClassAttempt(makeClassAttempt(1));
    const answer = makeAnswer({ attemptId: attemptIdAt(1) });
    await store.insertAnswer(answer, ownerOfLearner(learnerIdAt(1)));
  });
});

describe('npm run data -- export', () => {
  it('writes a folder an assignment, which only its owner may read', () => {
    const to = `${folder}/export-${count}`;
    const { status, stdout } = data('export', '--class', classId, '--to', to);
    expect([status, stdout]).toEqual([
      0,
      `Results of 1 assignments are in ${to}. It holds personal data: keep it safe.\n`,
    ]);
    const written = readdirSync(to, { recursive: true }).map((name) => `${to}/${String(name)}`);
    expect(written.some((path) => path.endsWith('.csv'))).toBe(true);
    for (const path of [to, ...written])
      expect([path, statSync(path).mode & 0o077]).toEqual([path, 0]);
  });
});

describe('npm run data -- erase', () => {
  it.each([
    ['its id', classId],
    ['its name', ' class  4B'],
  ])('lists what goes with a class, named by %s, and deletes it', async (_how, named) => {
    const { status, stdout } = data('erase', named, '--yes');
    expect(status).toBe(0);
    expect(stdout).toContain(
      `class “Class 4b” (${classId}), ends 2096-10-02: learners 2, assignments 1, attempts 1, answers 1, reports 0`,
    );
    expect(stdout).toContain('Erased: learners 2, attempts 1, answers 1.');
    expect(await ids()).toEqual([otherClassId]);
  });

  it('deletes one learner', async () => {
    const { status, stdout } = data('erase', learnerIdAt(1), '--yes');
    expect(status).toBe(0);
    expect(stdout).toContain('learner “Learner 01”');
    const left = await inStore(({ classes }) => classes.listLearners(classId));
    expect(left.map(({ displayName }) => displayName)).toEqual(['Learner 02']);
  });

  it('deletes every class past its end, and says so where there is none', async () => {
    expect(data('erase', '--ended', '--yes').stdout).toMatch(/Nothing in .* is past its end/);
    await inStore(({ classes }) => classes.updateClass(classId, { endsAt: 5000 }));
    const { stderr, stdout } = data('erase', '--ended', '--yes');
    expect(stdout).toContain('Erased: learners 2');
    expect(stderr).toContain('Erased: 1 of 1 classes (100 %)');
    expect(await ids()).toEqual([otherClassId]);
  });

  it.each<[string, string[], RegExp]>([
    ['nothing named', ['--yes'], /Usage: npm run data -- erase/],
    ['two things named', ['a', 'b'], /Usage/],
    ['an option that there is not', ['a', '--force'], /Usage/],
    ['an unknown class', ['Class 9z', '--yes'], /No class is called “Class 9z”/],
    ['an unknown learner', [learnerIdAt(9), '--yes'], /No learner has the id/],
    ['nobody to ask', [classId], /no terminal to ask on\. Add --yes/],
  ])('deletes nothing with %s', async (_what, words, said) => {
    const { status, stderr } = data('erase', ...words);
    expect(status).toBe(2);
    expect(stderr).toMatch(said);
    expect(await ids()).toEqual([classId, otherClassId]);
  });

  it('asks for the id where two classes have a name', async () => {
    await inStore(({ classes }) => classes.updateClass(otherClassId, { name: 'Class 4b' }));
    const { status, stderr } = data('erase', 'Class 4b', '--yes');
    expect(status).toBe(2);
    expect(stderr).toContain(classId);
    expect(stderr).toContain(otherClassId);
    expect(await ids()).toHaveLength(2);
  });
});

describe('npm run data -- instructor', () => {
  it('lists the classes with days and learners', () => {
    const { stdout } = data('instructor');
    const days = 'opened 1970-01-01, ends 2096-10-02';
    expect(stdout.split('\n')).toEqual([
      `${classId}  ${days}, learners 2 (2 joined)  Class 4b`,
      `${otherClassId}  ${days}, learners 0 (0 joined)  Class 7c`,
      '2 classes',
      '',
    ]);
  });

  it('gives a class a new link and recovery code, and drops the browsers that led it', async () => {
    const { stdout } = data('instructor', '--new-link', 'Class 4b');
    const link = /https:\/\/quiz\.example\/teach\/open\/([\w-]{43})/.exec(stdout)?.[1] ?? '';
    const recovery = /Recovery code: ([A-Z\d ]+)/.exec(stdout)?.[1]?.replaceAll(' ', '') ?? '';
    await inStore(async ({ classes }) => {
      expect(await classes.findClass(classId, instructor)).toBeNull();
      expect(await classes.findClass(otherClassId, instructor)).not.toBeNull();
      expect(await classes.admitInstructor({ linkHash: hashOf(link) }, colleague, 1)).toBe(classId);
      const by = { recoveryHash: hashOf(recovery) };
      expect(await classes.admitInstructor(by, 'e'.repeat(64) as InstructorId, 1)).toBe(classId);
    });
  });

  it('invites, lists and uninvites those who may open classes', async () => {
    const code = /“Room 1”: (\w+)/.exec(data('instructor', 'invite', 'Room 1').stdout)?.[1] ?? '';
    const may = () => inStore((store) => mayOpenClass({ store }, { kind: 'invited' }, code));
    expect(await may()).toBe(true);
    const listed = data('instructor', 'invitations').stdout;
    expect(listed).toMatch(/^[\da-f]{10} {2}made \d{4}-\d\d-\d\d {2}Room 1\n1 invitation\n$/);
    expect(data('instructor', 'uninvite', listed.slice(0, 10))).toMatchObject({ status: 0 });
    expect(await may()).toBe(false);
    expect(data('instructor', 'uninvite', listed.slice(0, 10)).status).toBe(2);
  });

  it.each([
    [['invite']],
    [['invite', ' ']],
    [['invent', 'x']],
    [['--new-link']],
    [['invitations', 'x', 'y']],
  ])('says how it is called, given %s', (words) => {
    const { status, stderr } = data('instructor', ...words);
    expect(status).toBe(2);
    expect(stderr).toContain('Usage: npm run data -- instructor');
  });
});
