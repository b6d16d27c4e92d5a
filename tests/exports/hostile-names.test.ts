import { beforeAll, describe, expect, it } from 'vitest';
import { isFormulaLike } from '../../src/lib/formats/formula-guard.ts';
import type { LearnerId } from '../../src/lib/quiz/ids.ts';
import type { Learner } from '../../src/lib/quiz/learner.ts';
import hostileNames from '../fixtures/hostile-names.json' with { type: 'json' };
import { openSittingRoom, type SittingRoom } from '../attempts/sitting-room.ts';
import { seedClass, type SeededClass } from '../classes/seed-class.ts';
import { readStrictly } from '../formats/read-strictly.ts';
import { filesOf, rowsOf } from './export-class.ts';

let room: SittingRoom;
let seeded: SeededClass;

beforeAll(async () => {
  room = await openSittingRoom();
  seeded = await seedClass(room, 2);
  const { classroom } = seeded;
  const learners = hostileNames.map((name, index): Learner => {
    const number = String(index).padStart(3, '0');
    const letters = [...number].map((digit) => 'abcdefghij'[Number(digit)]).join('');
    return {
      ...{ id: `lrn_${letters.padStart(26, 'z')}` as LearnerId, classId: classroom.id },
      ...{ displayName: `${name} ${number}`, firstName: name, lastName: name, email: name },
      ...{
        studentNumber: `${name}${number}`,
        rejoinCode: `R${number}`,
        createdAt: 0,
        joinedAt: null,
      },
    };
  });
  if (!(await room.store.classes.addLearners(learners, 1000))) throw new Error('They are taken');
});

describe.each(['', 'for=excel-comma', 'for=excel-point'])('hostile names, %s', (query) => {
  it('break no row, and no cell is a formula', async () => {
    const files = await filesOf(room, seeded, query);
    for (const [name, text] of files) {
      if (!name.endsWith('.csv')) continue;
      const isSemicolon = query === 'for=excel-comma' && !name.startsWith('lms/');
      const [header = [], ...rows] = readStrictly(text, isSemicolon ? ';' : ',');
      const numbers = /^-?[\d.,]+$/;
      const formulas = rows.flat().filter((cell) => isFormulaLike(cell) && !numbers.test(cell));
      expect(formulas, `${name} ${header.length}`).toEqual([]);
    }
    const separator = query === 'for=excel-comma' ? ';' : ',';
    const gradebook = readStrictly(files.get('gradebook.csv') ?? '', separator);
    expect(gradebook).toHaveLength(1 + 2 + hostileNames.length);
  });
});

describe('the import of an LMS', () => {
  it('gets no key that a spreadsheet would run; they are listed', async () => {
    const files = await filesOf(room, seeded);
    const unmatched = rowsOf(files, 'lms/unmatched.csv');
    const moodle = rowsOf(files, 'lms/moodle-grades.csv');
    const learners = await room.store.classes.listLearners(seeded.classroom.id);
    const stored = new Set(learners.flatMap(({ email, studentNumber }) => [email, studentNumber]));
    expect(moodle.length + unmatched.length).toBe(2 + hostileNames.length);
    const keys = moodle.flatMap((row) => [row['ID number'] ?? '', row['Email address'] ?? '']);
    expect(keys.filter(isFormulaLike)).toEqual([]);
    // A guard before a key would make it another one, and an unknown one stops the whole import.
    expect(keys.filter((key) => key !== '' && !stored.has(key))).toEqual([]);
  });
});
