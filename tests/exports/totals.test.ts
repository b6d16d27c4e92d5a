import { beforeAll, describe, expect, it } from 'vitest';
import { ownerOfLearner } from '../../src/lib/quiz/ids.ts';
import { seedClass, answerAll, type SeededClass } from '../classes/seed-class.ts';
import { seededRandom } from '../../src/lib/quiz/draw.ts';
import { openSittingRoom, type SittingRoom } from '../attempts/sitting-room.ts';
import { filesOf, rowsOf } from './export-class.ts';

let room: SittingRoom;
let seeded: SeededClass;
let files: ReadonlyMap<string, string>;

beforeAll(async () => {
  room = await openSittingRoom();
  seeded = await seedClass(room, 32, { attemptRule: 'last' });
  // Some come back; the last of them leaves in the middle.
  for (const [index, learner] of seeded.learners.slice(0, 3).entries()) {
    const random = seededRandom(`again ${index}`);
    await answerAll(room, seeded, learner, random, 0.9, index === 2 ? 4 : Infinity);
  }
  files = await filesOf(room, seeded);
});

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe('the files of a class', () => {
  it('agree with what is stored, counted anew', async () => {
    const { classes } = room.store;
    const attempts = await classes.listClassAttempts(seeded.assignment.id);
    const answers = await classes.listAnswersOf(attempts.map(({ attempt }) => attempt.id));
    const responses = rowsOf(files, 'responses.csv');
    const answered = responses.filter((row) => row['response_status'] === 'answered');
    expect(rowsOf(files, 'gradebook.csv')).toHaveLength(32);
    expect(rowsOf(files, 'attempts.csv')).toHaveLength(35);
    expect(responses).toHaveLength(sum(attempts.map(({ attempt }) => attempt.itemIds.length)));
    expect(answered).toHaveLength(answers.length);
    expect(sum(answered.map((row) => Number(row['points'])))).toBeCloseTo(
      sum(answers.map(({ points }) => points)),
      0,
    );
    const right = (row: Record<string, string>) => row['correct'] === 'TRUE';
    expect(answered.filter(right)).toHaveLength(answers.filter(({ correct }) => correct).length);
  });

  it('agree with each other: responses, attempts, gradebook and the lossless lines', () => {
    const lines = (files.get('results.jsonl') ?? '').trimEnd().split('\n');
    const stored = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    const responses = rowsOf(files, 'responses.csv');
    expect(stored.map((each) => each['response_id'])).toEqual(
      responses.map((row) => row['response_id']),
    );
    for (const attempt of rowsOf(files, 'attempts.csv')) {
      const own = stored.filter((each) => each['attempt_id'] === attempt['attempt_id']);
      const points = sum(own.map((each) => each['points'] as number));
      expect(Number(attempt['points'])).toBeCloseTo(points, 2);
    }
    const attempts = new Map(rowsOf(files, 'attempts.csv').map((row) => [row['attempt_id'], row]));
    for (const row of rowsOf(files, 'gradebook.csv')) {
      const counted = attempts.get(row['counted_attempt_id'] ?? '');
      expect(counted?.['counted']).toBe('TRUE');
      expect(row['points']).toBe(counted?.['points']);
      expect(row['percent']).toBe(counted?.['percent']);
    }
  });

  it('grade the last attempt, but not one under way, and count statistics by the first', () => {
    const [first, , third] = seeded.learners.map(({ learner }) =>
      rowsOf(files, 'attempts.csv').filter((row) => row['learner_id'] === learner.id),
    );
    expect(first?.map((row) => row['counted'])).toEqual(['FALSE', 'TRUE']);
    expect(third?.map((row) => row['counted'])).toEqual(['TRUE', 'FALSE']);
    expect(third?.map((row) => row['status'])).toEqual(['submitted', 'in_progress']);
    const [test] = rowsOf(files, 'test.csv');
    expect(test?.['n']).toBe('32');
    const firsts = rowsOf(files, 'attempts.csv').filter((row) => row['attempt_no'] === '1');
    const percents = firsts.map((row) => Number(row['percent']));
    expect(Number(test?.['mean'])).toBeCloseTo(sum(percents) / percents.length, 2);
    const scores = rowsOf(files, 'matrix.csv').map((row) =>
      Object.values(row).slice(1).map(Number),
    );
    const items = rowsOf(files, 'items.csv');
    for (const [at, item] of items.entries()) {
      const column = scores.map((row) => row[at] ?? NaN);
      expect(Number(item['facility'])).toBeCloseTo(sum(column) / column.length, 3);
    }
  });

  it('stand in the order of names, attempts and places', () => {
    const keys = rowsOf(files, 'responses.csv').map((row) => {
      const at = seeded.learners.findIndex(({ learner }) => learner.id === row['learner_id']);
      return at * 10_000 + Number(row['attempt_no']) * 100 + Number(row['position']);
    });
    expect(keys).toEqual(keys.toSorted((one, other) => one - other));
    expect(ownerOfLearner(seeded.learners[0]?.learner.id ?? ('' as never))).toBe(
      rowsOf(files, 'gradebook.csv')[0]?.['learner_id'],
    );
  });

  it('are the same, byte for byte, however often they are written', async () => {
    expect(await filesOf(room, seeded)).toEqual(files);
  });
});
