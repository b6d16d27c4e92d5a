import type { Assignment } from '../../quiz/assignment.ts';
import type { Classroom } from '../../quiz/classroom.ts';
import type { LedAssignment } from '../classes/led-class.ts';

/** What every page of an analysis says of its class. */
export interface AnalysisHead {
  readonly classroom: Pick<Classroom, 'id' | 'name'>;
  readonly assignment: Pick<Assignment, 'id' | 'title'>;
  /** Of the questions (BCP 47); empty while their bank is not served. */
  readonly language: string;
}

/** The head of the pages of this assignment; names its fields one by one, since a class has secrets. */
export function headOf({ classroom, assignment, bank }: LedAssignment): AnalysisHead {
  return {
    classroom: { id: classroom.id, name: classroom.name },
    assignment: { id: assignment.id, title: assignment.title },
    language: bank?.language ?? '',
  };
}

/** A day in the class's time zone: ISO 8601. */
export function dayIn({ timeZone }: Pick<Classroom, 'timeZone'>, atMs: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(atMs);
}
