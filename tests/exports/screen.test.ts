import { beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/lib/quiz/draw.ts';
import type { PupilsPage } from '../../src/lib/server/results/show-pupils.ts';
import type { QualityPage } from '../../src/lib/server/results/show-quality.ts';
import type { QuestionsPage } from '../../src/lib/server/results/show-questions.ts';
import { openSittingRoom, type SittingRoom } from '../attempts/sitting-room.ts';
import { answerAll, seatLearner, seedClass, type SeededClass } from '../classes/seed-class.ts';
import { fieldsOf } from '../items/make-item.ts';
import { filesOf, rowsOf } from './export-class.ts';

/** What a teacher sees of a class on the pages of its results. */
interface Screen {
  readonly pupils: PupilsPage;
  readonly questions: QuestionsPage;
  readonly quality: QualityPage;
}

/** A line of `results.jsonl`, as far as it is counted here. */
interface Line {
  readonly learner_id: string;
  readonly item_id: string;
  readonly attempt_id: string;
  readonly counted: boolean;
  readonly points: number;
  readonly max_points: number;
  readonly response_status: string;
}

let seeded: SeededClass;
let screen: Screen;
let files: ReadonlyMap<string, string>;
let lines: readonly Line[];

beforeAll(async () => {
  const room = await openSittingRoom();
  seeded = await seedClass(room, 30);
  for (const [index, learner] of seeded.learners.slice(20, 24).entries()) {
    await answerAll(room, seeded, learner, seededRandom(`again ${index}`), 0.9);
  }
  await seatLearner(room, seeded, 31);
  await answerAll(room, seeded, await seatLearner(room, seeded, 32), seededRandom('32'), 0.5, 4);
  await correct(room, 'schools', 'drop');
  await correct(room, 'hurt', 'full-marks');
  screen = await see(room);
  files = await filesOf(room, seeded, 'items=on');
  lines = (files.get('results.jsonl') ?? '')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
});

async function correct({ app }: SittingRoom, itemId: string, kind: string): Promise<void> {
  const { assignment, instructor } = seeded;
  const place = { assignmentId: assignment.id, itemId, instructor, isNamed: true };
  const fields = { kind: [kind], accepted: [''], reason: ['It can be read so.'] };
  const result = await app.teaching.correctItem(place, fieldsOf(fields));
  if (result.kind !== 'stored') throw new Error(JSON.stringify(result));
}

async function see({ app }: SittingRoom): Promise<Screen> {
  const { assignment, instructor } = seeded;
  const view = { sort: null, isNamed: true, page: 1 };
  const pupils = await app.teaching.showPupils(assignment.id, instructor, view);
  const questions = await app.teaching.showQuestions(assignment.id, instructor);
  const quality = await app.teaching.showQuality(assignment.id, instructor);
  if (!pupils || !questions || !quality) throw new Error('The instructor leads the class');
  return { pupils, questions, quality };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
/** A number as a file writes it: null is an empty cell, others to so many decimals. */
const written = (number: number | null, decimals = 4) =>
  number === null ? '' : String(Number(number.toFixed(decimals)));
/** Cells as numbers of so many decimals, to compare them with {@link written}. */
const cell = (text: string | undefined) => (text === '' ? '' : String(Number(text)));

const itemOf = (id: string) => `storm/${id}`;

describe('the gradebook', () => {
  it('has the points, maximum, percent and status of every row on the screen', () => {
    const shown = screen.pupils.rows.map(({ id, grade }) => [
      id,
      ...(grade
        ? [written(grade.points, 2), written(grade.maxPoints, 2), written(grade.percent, 2)]
        : ['', '', '']),
    ]);
    const rows = rowsOf(files, 'gradebook.csv').map((row) => [
      row['learner_id'],
      ...[row['points'], row['max_points'], row['percent']].map(cell),
    ]);
    expect(rows).toHaveLength(32);
    expect(rows).toEqual(shown);
  });

  it('is counted anew from the lossless lines, and from the responses', () => {
    const responses = rowsOf(files, 'responses.csv');
    const graded = screen.pupils.rows.filter(({ grade }) => grade !== null);
    expect(graded).toHaveLength(30);
    for (const { id, grade } of graded) {
      const own = lines.filter((line) => line.learner_id === id && line.counted);
      const points = sum(own.map((line) => line.points));
      const maxPoints = sum(own.map((line) => line.max_points));
      expect([points, maxPoints]).toEqual([
        expect.closeTo(grade?.points ?? NaN, 9),
        grade?.maxPoints,
      ]);
      expect((100 * points) / maxPoints).toBeCloseTo(grade?.percent ?? NaN, 9);
      const attempt = responses.filter((row) => row['attempt_id'] === own[0]?.attempt_id);
      expect(attempt).toHaveLength(own.length);
      expect(sum(attempt.map((row) => Number(row['points'])))).toBeCloseTo(points, 1);
    }
  });
});

describe('the marks of each question', () => {
  it('are as many right ones as the responses and the lossless lines hold', () => {
    const responses = rowsOf(files, 'responses.csv');
    const counted = new Set(
      rowsOf(files, 'gradebook.csv').flatMap((row) => row['counted_attempt_id'] || []),
    );
    const isCounted = (id: string | undefined) => counted.has(id ?? '');
    expect(counted.size).toBe(30);
    for (const { id, nRight } of screen.pupils.items) {
      const own = responses.filter(
        (row) => row['item_id'] === itemOf(id) && isCounted(row['attempt_id']),
      );
      expect(own.filter((row) => row['correct'] === 'TRUE').length, id).toBe(nRight);
      const stored = lines.filter(
        (line) => line.item_id === itemOf(id) && isCounted(line.attempt_id),
      );
      const right = stored.filter(
        ({ points, max_points, response_status }) =>
          response_status === 'answered' && max_points > 0 && points === max_points,
      );
      expect(right.length, id).toBe(nRight);
    }
  });
});

describe('the statistics', () => {
  it('of questions are those of the screen', () => {
    const rows = rowsOf(files, 'items.csv');
    expect(rows.map((row) => row['item_id'])).toEqual(
      screen.quality.questions.map(({ itemId }) => itemOf(itemId)),
    );
    for (const { itemId, statistics, options } of screen.questions.questions) {
      const row = rows.find((each) => each['item_id'] === itemOf(itemId));
      const columns = [
        ...['n', 'n_answered', 'n_skipped', 'n_confident_wrong'],
        ...['facility', 'facility_lo', 'discrimination_rest_r', 'rest_r_lo', 'mean_certainty'],
      ];
      expect(columns.map((column) => cell(row?.[column]))).toEqual(
        [
          ...[statistics.n, statistics.nAnswered, statistics.nSkipped, statistics.nConfidentWrong],
          ...[statistics.facility, statistics.facilityLo, statistics.discriminationRestR],
          ...[statistics.restRLo, statistics.meanCertainty],
        ].map((number) => written(number)),
      );
      const chosen = rowsOf(files, 'options.csv').filter(
        (each) => each['item_id'] === itemOf(itemId),
      );
      expect(
        chosen.map((each) =>
          ['n', 'n_upper', 'n_middle', 'n_lower'].map((name) => cell(each[name])),
        ),
      ).toEqual(
        options.map(({ n, nUpper, nMiddle, nLower }) =>
          [n, nUpper, nMiddle, nLower].map((number) => written(number)),
        ),
      );
    }
  });

  it('of the test are those of the screen', () => {
    const { test } = screen.quality;
    const [row] = rowsOf(files, 'test.csv');
    const shown = { n: test.n, k: test.k, mean: test.mean, sd: test.sd, alpha: test.alpha };
    for (const [column, number] of Object.entries(shown)) {
      expect(cell(row?.[column]), column).toBe(written(number));
    }
    expect(test.n).toBe(30);
  });

  it('of certainty are those of the screen, counted over all levels', () => {
    const { calibration } = screen.quality;
    const levels = rowsOf(files, 'calibration.csv').filter((row) => row['scope'] === 'class');
    const total = (column: string) => sum(levels.map((row) => Number(row[column])));
    expect(total('n')).toBe(calibration?.n);
    expect(total('n_correct')).toBe(sum(calibration?.bins.map(({ right }) => right) ?? []));
    const { square } = screen.questions;
    expect(total('n')).toBe(
      square.sureRight + square.sureWrong + square.unsureRight + square.unsureWrong,
    );
  });
});
