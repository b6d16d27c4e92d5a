import type { Insertable, Transaction } from 'kysely';
import { foldedName, type Learner } from '../../quiz/learner.ts';
import { learnerRow, namedApart } from './class-rows.ts';
import type { LearnerTable } from './class-tables.ts';
import type { Tables } from './tables.ts';

type Marked = Pick<Insertable<LearnerTable>, 'folded_name' | 'rejoin_code' | 'student_number'>;

/** What no two learners of a class may share. */
const ownMarks = [
  ({ folded_name: name }: Marked) => name,
  ({ rejoin_code: code }: Marked) => code,
  numberOf,
];

/** The student number as it is compared, whatever the name beside it; null for none. */
function numberOf({ student_number: number }: Pick<Marked, 'student_number'>): string | null {
  return foldedName(number ?? '') || null;
}

/** True where no two of these rows share a name, a number or a code. */
export function areApart(rows: readonly Marked[]): boolean {
  return ownMarks.every((markOf) => {
    const marks = rows.map(markOf).filter((mark) => mark !== null);
    return new Set(marks).size === marks.length;
  });
}

/** True where another learner of the class already has the student number. */
export async function isNumberTaken(trx: Transaction<Tables>, learner: Learner): Promise<boolean> {
  const number = numberOf(learnerRow(learner));
  if (number === null) return false;
  const others = await trx
    .selectFrom('learner')
    .select('student_number')
    .where('class_id', '=', learner.classId)
    .where('id', '!=', learner.id)
    .where('student_number', 'is not', null)
    .execute();
  return others.some((other) => numberOf(other) === number);
}

/** True where another learner of the class already has the name, the number or the code. */
export async function isTaken(trx: Transaction<Tables>, learner: Learner): Promise<boolean> {
  const taken = await trx
    .selectFrom('learner')
    .select('id')
    .where('class_id', '=', learner.classId)
    .where('id', '!=', learner.id)
    .where(({ eb, or }) =>
      or([eb('folded_name', '=', namedApart(learner)), eb('rejoin_code', '=', learner.rejoinCode)]),
    )
    .executeTakeFirst();
  return taken !== undefined || (await isNumberTaken(trx, learner));
}
