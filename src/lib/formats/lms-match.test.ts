import { describe, expect, it } from 'vitest';
import { readLmsExport } from './lms-export.ts';
import { matchLearners, type ClassLearner } from './lms-match.ts';

const learner = (id: string, rest: Partial<ClassLearner> = {}): ClassLearner => ({
  id,
  displayName: id,
  firstName: null,
  lastName: null,
  email: null,
  studentNumber: null,
  ...rest,
});

/** Matches `name,id,number,login` rows: each row's fate by name, then the learners left over. */
function fates(rows: readonly string[], learners: readonly ClassLearner[]) {
  const text = ['Student,ID,SIS User ID,SIS Login ID', ...rows].join('\n');
  const reading = readLmsExport(text, []);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  const found = matchLearners(reading.lmsExport.rows, learners, [
    'lmsId',
    'studentNumber',
    'login',
  ]);
  return [
    ...found.matched.map(({ row, learner: { id }, by }) => `${row.line} is ${id} by ${by}`),
    ...found.ambiguous.map(
      ({ row, candidates }) => `${row.line} could be ${candidates.map(({ id }) => id).join()}`,
    ),
    ...found.missing.map(({ line }) => `${line} is missing`),
    ...found.unmatched.map(({ id }) => `${id} is unmatched`),
  ];
}

const numbered = learner('A', { studentNumber: '007', displayName: 'Learner 01' });
const mailed = learner('B', { email: 'b@example.org', displayName: 'Learner 02' });
const twin = learner('C', { displayName: 'learner  01' });

describe('matchLearners', () => {
  it.each<[string, string[], ClassLearner[], string[]]>([
    ['the LMS’s own id', ['x,007,,'], [numbered], ['2 is A by lmsId']],
    ['a student number', ['x,1,007,'], [numbered], ['2 is A by studentNumber']],
    ['a login that is an address', ['x,1,2,B@Example.org'], [mailed], ['2 is B by login']],
    ['a name', ['Learner 01,1,2,3'], [numbered], ['2 is A by name']],
    ['a name, last first', ['"01, Learner",1,2,3'], [numbered], ['2 is A by name']],
    [
      'parts of a name behind an alias',
      ['"01, Learner",1,,'],
      [learner('D', { firstName: 'Learner', lastName: '01' })],
      ['2 is D by name'],
    ],
    ['no zero that is missing', ['x,7,7,7'], [numbered], ['2 is missing', 'A is unmatched']],
    ['nobody', ['x,1,2,3'], [mailed], ['2 is missing', 'B is unmatched']],
    ['two of a name', ['Learner 01,1,,'], [numbered, twin], ['2 could be A,C']],
    [
      'two rows of a name',
      ['Learner 02,1,,', 'Learner 02,2,,'],
      [mailed],
      ['2 could be B', '3 could be B'],
    ],
    [
      'keys of different learners',
      ['x,1,007,b@example.org'],
      [numbered, mailed],
      ['2 could be A,B'],
    ],
    [
      'a key before a name',
      ['Learner 02,1,007,'],
      [numbered, mailed],
      ['2 is A by studentNumber', 'B is unmatched'],
    ],
    [
      'a name that a key has given away',
      ['x,1,007,', 'Learner 01,2,,'],
      [numbered],
      ['2 is A by studentNumber', '3 is missing'],
    ],
    [
      'the other of a name',
      ['x,1,007,', 'Learner 01,2,,'],
      [numbered, twin],
      ['2 is A by studentNumber', '3 is C by name'],
    ],
    [
      'no name where the numbers differ',
      ['x,1,007,', 'Learner 02,2,008,'],
      [numbered, learner('E', { studentNumber: '009', displayName: 'Learner 02' })],
      ['2 is A by studentNumber', '3 could be E'],
    ],
    [
      'no name where the addresses differ',
      ['x,1,,b@example.org', 'Learner 01,2,,other@example.org'],
      [mailed, learner('F', { email: 'f@example.org', displayName: 'Learner 01' })],
      ['2 is B by login', '3 could be F'],
    ],
    [
      'no number of the LMS’s own where another kind is known',
      ['x,5,007,', 'y,008,9,'],
      [numbered, learner('G', { studentNumber: '008', displayName: 'z' })],
      ['2 is A by studentNumber', '3 is missing', 'G is unmatched'],
    ],
  ])('matches by %s', (_name, rows, learners, told) => {
    expect(fates(rows, learners)).toEqual(told);
  });
});
