import { describe, expect, it } from 'vitest';
import { english } from '../messages/english.ts';
import { readCanvasExport } from './canvas/canvas-gradebook.ts';
import { sayLmsFault, type LmsReading } from './lms-export.ts';
import { readMoodleExport } from './moodle/moodle-grades.ts';

const told = (reading: LmsReading) =>
  reading.ok
    ? reading.lmsExport.rows.map(({ line, person }) => ({ line, ...person }))
    : reading.faults.map(({ kind, line, text }) => `${kind} ${line} ${text}`.trim());

describe('a teacher’s own export', () => {
  it.each([
    ['commas', '"First name","Last name","ID number"\nLearner,01,007\n'],
    ['semicolons and a byte order mark', '\uFEFFFirst name;Last name;ID number\nLearner;01;007\n'],
    ['tabs', 'First name\tLast name\tID number\r\nLearner\t01\t007\r\n'],
    ['rows that Excel cut short', 'First name,Last name,ID number,Quiz,Total\nLearner,01,007\n'],
  ])('is read with %s', (_name, text) => {
    expect(told(readMoodleExport(text))).toEqual([
      { line: 2, firstName: 'Learner', lastName: '01', studentNumber: '007' },
    ]);
  });

  it('keeps the line of a row behind quoted line breaks', () => {
    const text = 'Student,ID,Section\n"01, Learner",1,"9b\r\nmorning"\n"02, Learner",2,9b\n';
    expect(told(readCanvasExport(text))).toEqual([
      { line: 2, fullName: '01, Learner', lmsId: '1' },
      { line: 4, fullName: '02, Learner', lmsId: '2' },
    ]);
  });

  it.each([
    ['no header that is known', 'a,b\nc,d', ['wrongHeader 1 Student', 'wrongHeader 1 ID']],
    ['a column too few', 'Student,Section\nc,d', ['wrongHeader 1 ID']],
    [
      'cells beyond the header',
      'Student,ID\n01,Learner,5\nb,2\n02,Learner,7',
      ['tooManyCells 2 5', 'tooManyCells 4 7'],
    ],
    ['an open quotation mark', 'Student,ID\nLearner 01,1\n"Learner 02,2', ['unclosedQuote 3']],
    ['nothing in it', '\uFEFF\n', ['empty 1']],
    ['nobody in it', 'Student,ID\n', ['empty 1']],
  ])('is refused with %s', (_name, text, faults) => {
    expect(told(readCanvasExport(text))).toEqual(faults);
  });

  it('is refused in words that name line and mend', () => {
    const fault = { kind: 'wrongHeader', line: 1, text: 'ID' } as const;
    expect(sayLmsFault(fault, 'Canvas', english.say)).toBe(
      'Line 1: the column “ID” is missing from the header. Choose the file as Canvas exported it, its first line unchanged.',
    );
  });
});
