import { describe, expect, it } from 'vitest';
import { fillLms, type Lms } from './fill-lms.ts';

const unknown = { firstName: null, lastName: null, email: null };
const learners = [
  { ...unknown, id: 'A', displayName: 'Learner 01', studentNumber: '1', points: 3, percent: 75 },
  { ...unknown, id: 'B', displayName: 'Learner 02', studentNumber: '2', points: 0, percent: 0 },
  {
    ...unknown,
    id: 'C',
    displayName: 'Learner 03',
    studentNumber: '3',
    points: null,
    percent: null,
  },
];
const grades = { title: 'Quiz', maxPoints: 4, learners };

describe('a list that is filled in', () => {
  it.each<[Lms, string]>([
    ['Moodle', 'ID number,Last name\n1,x\n2,x\n3,x\n4,x\n'],
    ['Canvas', 'Student,ID,SIS User ID\nx,91,1\nx,92,2\nx,93,3\nx,94,4\n'],
  ])('says how many of those matched with %s have a grade, none points too', (lms, text) => {
    const filling = fillLms(lms, text, grades);
    expect(filling.ok && [filling.groups.matched.length, filling.graded]).toEqual([3, 2]);
  });
});
