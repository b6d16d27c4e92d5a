import { beforeAll, describe, expect, it } from 'vitest';
import { isSmallGroup, leastGroup } from '../../src/lib/quiz/small-groups.ts';
import { openSittingRoom, type SittingRoom } from '../attempts/sitting-room.ts';
import { seedClass, type SeededClass } from '../classes/seed-class.ts';
import { filesOf, rowsOf } from './export-class.ts';

let room: SittingRoom;
let seeded: SeededClass;
let named: ReadonlyMap<string, string>;
let anonymous: ReadonlyMap<string, string>;
/** What tells who somebody is, or which class it was: each stands in an export with names. */
let telling: readonly string[];

beforeAll(async () => {
  room = await openSittingRoom();
  seeded = await seedClass(room, 12);
  const { classes } = room.store;
  for (const [index, { learner }] of seeded.learners.entries()) {
    await classes.updateLearner(learner.id, {
      ...{ displayName: `Alias-${index}-x`, firstName: `First-${index}-x` },
      ...{ lastName: `Last-${index}-x`, studentNumber: `number-${index}-x` },
      email: `learner${index}@example.org`,
    });
  }
  named = await filesOf(room, seeded);
  anonymous = await filesOf(room, seeded, 'anonymous=on');
  const learners = await classes.listLearners(seeded.classroom.id);
  const attempts = await classes.listClassAttempts(seeded.assignment.id);
  telling = [
    ...[seeded.classroom.name, seeded.classroom.id, seeded.assignment.title],
    ...learners.flatMap((each) => [each.id, each.displayName, each.firstName, each.lastName]),
    ...learners.flatMap((each) => [each.email, each.studentNumber]),
    ...attempts.flatMap(({ attempt }) => [attempt.id, attempt.id.slice(4), attempt.seed]),
  ].filter((each) => each !== null);
});

/** Of which no export tells, with names or without. */
async function secrets(): Promise<string[]> {
  const learners = await room.store.classes.listLearners(seeded.classroom.id);
  return [
    ...[seeded.classroom.code, seeded.instructor, seeded.instructorSecret],
    ...learners.map(({ rejoinCode }) => rejoinCode),
    ...seeded.learners.flatMap(({ owner, secret }) => [owner, secret]),
  ];
}

const textOf = (files: ReadonlyMap<string, string>) => [...files].flat().join('\n');

describe('an export without names', () => {
  it('tells in none of its files who anybody is, or which class it was', () => {
    const text = textOf(anonymous);
    expect(telling.filter((each) => text.includes(each))).toEqual([]);
    expect([...anonymous.keys()].filter((name) => /^lms|jsonl/.test(name))).toEqual([]);
  });

  it('leaves out what one with names does tell', () => {
    const text = textOf(named);
    expect(telling.filter((each) => !text.includes(each))).toEqual([]);
  });

  it('like any other, tells no code and nothing that a browser holds', async () => {
    const texts = textOf(named) + textOf(anonymous);
    expect((await secrets()).filter((each) => texts.includes(each))).toEqual([]);
  });

  it('has days without hours, and every response', () => {
    const responses = rowsOf(anonymous, 'responses.csv');
    const times = responses.map((row) => row['answered_at'] ?? '');
    expect(times.filter((time) => time !== '' && !time.endsWith('T00:00:00Z'))).toEqual([]);
    expect(responses).toHaveLength(rowsOf(named, 'responses.csv').length);
  });

  it('has nothing of a learner’s own words', () => {
    const ofWords = (files: ReadonlyMap<string, string>) =>
      rowsOf(files, 'responses.csv')
        .filter((row) => row['item_type'] === 'text-entry')
        .map((row) => `${row['response']}${row['response_label']}`);
    expect(ofWords(named).join('')).not.toBe('');
    expect(ofWords(anonymous).join('')).toBe('');
    expect(ofWords(anonymous)).toHaveLength(ofWords(named).length);
  });

  it('gives other ids, and another order, every time', async () => {
    const ids = (files: ReadonlyMap<string, string>) =>
      rowsOf(files, 'gradebook.csv').map((row) => row['learner_id'] ?? '');
    const again = ids(await filesOf(room, seeded, 'anonymous=on'));
    const once = ids(anonymous);
    expect(once.filter((id) => again.includes(id))).toEqual([]);
    for (const order of [once, again]) expect(order).toEqual(order.toSorted());
  });
});

/** Counts of people beside the `n` of their row. */
const counted = {
  'items.csv': ['n_answered', 'n_skipped', 'n_not_reached', 'n_confident_wrong'],
  'options.csv': ['n_upper', 'n_middle', 'n_lower'],
};
const countsIn = (row: Record<string, string>, columns: readonly string[]) =>
  columns.flatMap((column) => row[column] || []).map(Number);

describe('groups under five', () => {
  it.each(Object.entries(counted))('stand in no count of %s', (name, columns) => {
    const small = rowsOf(named, name).flatMap((row) => countsIn(row, columns).filter(isSmallGroup));
    expect(small.length).toBeGreaterThan(0);
    const rows = rowsOf(anonymous, name);
    expect(rows.length).toBeGreaterThan(0);
    const shown = rows.flatMap((row) => countsIn(row, ['n', ...columns]));
    expect(shown.filter(isSmallGroup)).toEqual([]);
  });

  it('do not follow from the total of an option and the counts beside it', () => {
    for (const row of rowsOf(anonymous, 'options.csv')) {
      const shown = countsIn(row, counted['options.csv']);
      const left = Number(row['n']) - shown.reduce((total, n) => total + n, 0);
      expect(isSmallGroup(left)).toBe(false);
    }
  });

  it('have no row: neither an option that few chose, nor a learner’s certainty', () => {
    const few = rowsOf(named, 'options.csv').filter((row) => isSmallGroup(Number(row['n'])));
    expect(few.length).toBeGreaterThan(0);
    const keyOf = (row: Record<string, string>) => `${row['item_id']} ${row['option_id']}`;
    const kept = new Set(rowsOf(anonymous, 'options.csv').map(keyOf));
    expect(few.filter((row) => kept.has(keyOf(row)))).toEqual([]);
    const scopes = rowsOf(anonymous, 'calibration.csv').map((row) => row['scope']);
    expect(scopes.filter((scope) => scope === 'learner')).toEqual([]);
  });

  it('have no statistics at all where the class is one', async () => {
    const tiny = await seedClass(room, leastGroup - 1);
    const files = await filesOf(room, tiny, 'anonymous=on');
    for (const name of ['items.csv', 'options.csv', 'test.csv']) {
      expect(rowsOf(files, name).filter((row) => row['n'] !== '0')).toEqual([]);
    }
    expect(rowsOf(files, 'gradebook.csv')).toHaveLength(leastGroup - 1);
  });
});
