import { DatabaseSync } from 'node:sqlite';
import { rulesFor } from '../../src/lib/item-types/rules.ts';
import { english } from '../../src/lib/messages/english.ts';
import type { Assignment } from '../../src/lib/quiz/assignment.ts';
import type { Classroom } from '../../src/lib/quiz/classroom.ts';
import { seededRandom, type Random } from '../../src/lib/quiz/draw.ts';
import type { AssignmentId, ClassId, InstructorId } from '../../src/lib/quiz/ids.ts';
import type { Bank, Item } from '../../src/lib/quiz/item.ts';
import { hashOf } from '../../src/lib/server/classes/class-secrets.ts';
import { openStore } from '../../src/lib/server/storage/open.ts';

const dayMs = 86_400_000;
const signs = 'abcdefghijklmnopqrstuvwxyz234567';

/** A class that is there to be exported, and its assignment. */
export interface FilledClass {
  readonly classroom: Classroom;
  readonly assignment: Assignment;
}

/** One way of answering an item, as a row of `answer` keeps it. */
interface Choice {
  readonly response: string;
  readonly points: number;
  readonly correct: number;
  readonly given: string;
}

/** Makes a class in a new database file, in which every learner has answered every item of a bank. */
export async function fillClass(
  file: string,
  bank: Bank,
  learners: number,
  instructor: InstructorId,
): Promise<FilledClass> {
  const random = seededRandom('a class for the bench');
  const made = makeClass(bank, random);
  const store = await openStore({ file });
  const keys = { linkHash: hashOf('link'), recoveryHash: hashOf('recovery') };
  await store.classes.createClass(made.classroom, keys, instructor, made.assignment);
  await store.close();
  const database = new DatabaseSync(file);
  database.exec('PRAGMA synchronous = OFF; BEGIN');
  insertLearners(database, made, bank, learners, random);
  database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE); ANALYZE');
  database.close();
  return made;
}

function idOf(random: Random): string {
  return Array.from({ length: 26 }, () => signs[Math.floor(random() * 32)]).join('');
}

function makeClass(bank: Bank, random: Random): FilledClass {
  const classId = `cls_${idOf(random)}` as ClassId;
  const createdAt = Date.now() - dayMs;
  return {
    classroom: {
      id: classId,
      name: 'Everybody',
      code: 'BCDFGHJKL',
      learnersBy: 'list',
      timeZone: 'Europe/Vienna',
      createdAt,
      endsAt: createdAt + 180 * dayMs,
    },
    assignment: {
      id: `asg_${idOf(random)}` as AssignmentId,
      classId,
      bankId: bank.id,
      title: bank.title,
      itemIds: bank.items.map(({ id }) => id),
      feedback: 'now',
      attemptsAllowed: 1,
      certainty: 'asked',
      attemptRule: 'first',
      passPercent: null,
      closesAt: null,
      drawn: null,
      openedAt: createdAt,
      closedAt: null,
      shown: null,
    },
  };
}

function insertLearners(
  database: DatabaseSync,
  { classroom, assignment }: FilledClass,
  bank: Bank,
  learners: number,
  random: Random,
): void {
  const learner = inserter(database, 'learner', 11);
  const attempt = inserter(database, 'attempt', 11);
  const answer = inserter(database, 'answer', 12);
  const choices = bank.items.map(choicesFor);
  const itemIds = JSON.stringify(assignment.itemIds);
  for (let number = 1; number <= learners; number += 1) {
    const id = `lrn_${idOf(random)}`;
    const name = `Learner ${String(number).padStart(5, '0')}`;
    const address = `learner${number}@example.org`;
    const { createdAt } = classroom;
    learner(
      ...[id, classroom.id, name, name.toLowerCase(), 'Learner', String(number), address],
      ...[String(1_000_000 + number), idOf(random).slice(0, 12), createdAt, createdAt],
    );
    const attemptId = `att_${idOf(random)}`;
    const startedAt = createdAt + Math.floor(random() * 40_000_000);
    attempt(
      ...[attemptId, id, bank.id, idOf(random), itemIds, null, startedAt, 'plain'],
      ...[assignment.id, 1, 'Europe/Vienna'],
    );
    bank.items.forEach((item, index) => {
      const ways = choices[index] ?? [];
      const { response, points, correct, given } = ways[
        Math.floor(random() ** 2 * ways.length)
      ] as Choice;
      const certainty = [0, 60, 75, 90, 99, null][Math.floor(random() * 6)] ?? null;
      const answeredAt = startedAt + (index + 1) * 20_000 + Math.floor(random() * 9000);
      const { answer: right, chance } = rulesFor(item);
      answer(
        ...[attemptId, item.id, item.version, response, points, 1, correct, answeredAt],
        ...[certainty, chance(item), given, right(item, english.say)],
      );
    });
  }
}

function inserter(database: DatabaseSync, table: string, columns: number) {
  const places = Array.from({ length: columns }, () => '?').join(', ');
  const statement = database.prepare(`insert into ${table} values (${places})`);
  return (...values: (string | number | null)[]) => statement.run(...values);
}

/** The right answer to an item first, then wrong ones. */
function choicesFor(item: Item): Choice[] {
  const { restore, score, account } = rulesFor(item);
  return responsesTo(item).map((stored) => {
    const response = restore(stored);
    if (response === null) throw new Error(`${item.id} takes no ${JSON.stringify(stored)}`);
    const { points, correct } = score(item, response);
    const { given } = account(item, response, english.say);
    return { response: JSON.stringify(stored), points, correct: Number(correct), given };
  });
}

function responsesTo(item: Item): object[] {
  switch (item.type) {
    case 'single-choice':
      return [item.key, 'a', 'b', 'c'].map((option) => ({ option }));
    case 'multiple-response':
      return [item.key, ['a'], ['a', 'b']].map((options) => ({ options }));
    case 'numeric':
      return [item.value, 7].map((value) => ({ text: String(value), readings: [value] }));
    case 'verdict':
      return [item.key, 'supported', 'refuted', 'not-stated'].map((label) => ({ label }));
    default:
      throw new Error(`No generated bank holds ${item.type}`);
  }
}
