import { describe, expect, it } from 'vitest';
import {
  canvasRows,
  canvasGradebook,
  matchCanvas,
  readCanvasExport,
} from '../../src/lib/formats/canvas/canvas-gradebook.ts';
import { csvWriter } from '../../src/lib/formats/csv.ts';
import { lmsProfile } from '../../src/lib/formats/csv-profile.ts';
import type { LmsReading } from '../../src/lib/formats/lms-export.ts';
import type { ClassLearner } from '../../src/lib/formats/lms-match.ts';
import {
  matchMoodle,
  moodleGrades,
  moodleRows,
  readMoodleExport,
} from '../../src/lib/formats/moodle/moodle-grades.ts';
import hostileNames from '../fixtures/hostile-names.json' with { type: 'json' };
import { importIntoCanvas, importIntoMoodle, type LmsUser } from './importers.ts';

const profile = lmsProfile('UTC');
const title = 'The storm (77)';

/** Forty people of an LMS, some with names that a spreadsheet would run. */
const users: readonly LmsUser[] = Array.from({ length: 40 }, (_each, index) => ({
  id: String(500 + index),
  idNumber: `s${index}`,
  email: `learner${index}@example.org`,
  login: `login${index}`,
  name: (hostileNames[index] ?? '').replace(/[\p{Cc},]/gu, '') || `Learner ${index}`,
}));

/** Thirty of them in the class, and one whom the LMS does not know. */
const learners: readonly ClassLearner[] = [
  ...users.slice(0, 30).map(({ name, email, idNumber }, index) => ({
    id: `lrn_${index}`,
    displayName: name,
    firstName: null,
    lastName: null,
    email: index % 2 === 0 ? email : null,
    studentNumber: index % 2 === 0 ? null : idNumber,
  })),
  {
    id: 'lrn_guest',
    displayName: 'Guest',
    firstName: null,
    lastName: null,
    email: null,
    studentNumber: 'none',
  },
];

const percents = new Map(learners.map((learner, index) => [learner, (index * 100) / 29]));
const percentOf = (learner: ClassLearner) => percents.get(learner) ?? null;
const expected = (scale: number) =>
  new Map(users.slice(0, 30).map(({ id }, index) => [id, expect.closeTo((index * scale) / 29, 2)]));

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
const line = (...cells: string[]) => cells.map(quote).join(',');

function exportOf(reading: LmsReading) {
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.lmsExport;
}

function moodleText(): string {
  const exported = [
    line('First name', 'Last name', 'ID number', 'Email address'),
    ...users.map(({ name, idNumber, email }) => line(name, '', idNumber, email)),
  ].join('\n');
  const { matched } = matchMoodle(exportOf(readMoodleExport(exported)).rows, learners);
  const writer = csvWriter(moodleGrades(title), profile);
  const { rows } = moodleRows(title, matched, percentOf);
  return writer.header + rows.map(writer.row).join('');
}

function canvasText(): string {
  const exported = [
    line('Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', 'Essay (12)'),
    line('    Points Possible', '', '', '', '', '10'),
    ...users.map(({ name, id, idNumber, email }) => line(name, id, idNumber, email, '9b', '')),
  ].join('\n');
  const lmsExport = exportOf(readCanvasExport(exported));
  const filling = {
    title,
    maxPoints: 20,
    pointsOf: (each: ClassLearner) => (percentOf(each) ?? 0) / 5,
  };
  const writer = csvWriter(canvasGradebook(title), profile);
  const rows = canvasRows(lmsExport, matchCanvas(lmsExport, learners), filling);
  return writer.header + rows.map(writer.row).join('');
}

const byNumber = { key: 'ID number', grade: title, feedback: null } as const;

describe('the import of Moodle', () => {
  it.each(['ID number', 'Email address'] as const)('takes every grade by %s', (key) => {
    const { grades, faults } = importIntoMoodle(moodleText(), { ...byNumber, key }, users);
    expect(faults).toEqual([]);
    expect(grades).toEqual(expected(100));
  });

  it.each<[string, string, (text: string) => string]>([
    ['one unknown user', 'unknown user', (text) => `${text}x9,,,,5\n`],
    ['a guarded key', 'unknown user', (text) => text.replace('\ns0,', "\n's0,")],
    ['a grade over 100', 'over the maximum', (text) => text.replace(/100\n$/, '100.5\n')],
    ['a decimal comma', 'no number', (text) => text.replace(/,3\.45\n/, ',"3,45"\n')],
    ['a share as a fraction', 'no number', (text) => text.replace(/,3\.45\n/, ',8/10\n')],
    ['no key column', 'no key', (text) => text.replace('ID number', 'Number')],
    ['another title', 'no grade column', (text) => text.replace(title, 'Storm')],
  ])('fails on %s', (_name, fault, breach) => {
    const text = moodleText();
    expect(breach(text)).not.toBe(text);
    const { grades, faults } = importIntoMoodle(breach(text), byNumber, users);
    expect(faults.join('\n')).toContain(fault);
    expect(grades.size).toBe(0);
  });

  it('fails on feedback without the grade, and skips rows without key or grade', () => {
    const feedback = { ...byNumber, grade: null, feedback: 'Section' };
    expect(importIntoMoodle(moodleText(), feedback, users).faults).toContain(
      'feedback alone erases grades',
    );
    const { grades, faults } = importIntoMoodle(
      `${moodleText()},,,,7\ns35,,,,-\n`,
      byNumber,
      users,
    );
    expect([grades.size, faults]).toEqual([30, []]);
  });
});

describe('the import of Canvas', () => {
  it('takes every grade into the assignment that the title names', () => {
    const { grades, faults, assignment, pointsPossible } = importIntoCanvas(canvasText(), users);
    expect(faults).toEqual([]);
    expect([assignment, pointsPossible]).toEqual(['77', 20]);
    expect(grades).toEqual(expected(20));
  });

  it.each<[string, string, (text: string) => string]>([
    [
      'a header of another order',
      'wrong header',
      (text) => text.replace('ID,SIS User ID', 'SIS User ID,ID'),
    ],
    ['a guest', 'invented student', (text) => `${text}Guest,,,,,5\n`],
    ['no points possible', 'no points possible', (text) => text.replace(/ {4}Points.*\n/, '')],
    [
      'a grade that is no number',
      'no number',
      (text) => text.replace(/,20\n$|,0\.69\n/, ',8/10\n'),
    ],
    ['a second column', 'not one column', (text) => text.replace(/\n/g, ',\n')],
  ])('fails on %s', (_name, fault, breach) => {
    const text = canvasText();
    expect(breach(text)).not.toBe(text);
    expect(importIntoCanvas(breach(text), users).faults.join('\n')).toContain(fault);
  });

  it('leaves every other grade as it stood, whatever the case of the headers', () => {
    const lmsExport = exportOf(
      readCanvasExport(
        [
          'student,id,sis user id,sis login id,section,The storm (77)',
          ',,,,,Manual Posting',
          '    Points Possible,,,,,20',
          ...['12.345', '"1,5"', '-2', 'EX'].map(
            (cell, index) => `Other ${index},${index},,,9b,${cell}`,
          ),
        ].join('\n'),
      ),
    );
    const writer = csvWriter(canvasGradebook(title), profile);
    const filling = { title, maxPoints: 20, pointsOf: () => null };
    const rows = canvasRows(lmsExport, matchCanvas(lmsExport, learners), filling);
    expect(rows.map(writer.row).join('')).toBe(
      [
        '    Points Possible,,,,,20',
        'Other 0,0,,,9b,12.345',
        'Other 1,1,,,9b,1.5',
        'Other 2,2,,,9b,-2',
        'Other 3,3,,,9b,EX',
        '',
      ].join('\n'),
    );
  });

  it('takes semicolons and decimal commas', () => {
    const text = `Student;ID;SIS User ID;SIS Login ID;Section;Quiz\nPoints Possible;;;;;2\n;500;;;;1,234\n`;
    const { grades, faults } = importIntoCanvas(text, users);
    expect([grades.get('500'), faults]).toEqual([1.234, []]);
  });
});
