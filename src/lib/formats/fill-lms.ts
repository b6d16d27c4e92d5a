import {
  canvasGradebook,
  canvasRows,
  matchCanvas,
  readCanvasExport,
} from './canvas/canvas-gradebook.ts';
import { csvWriter } from './csv.ts';
import { standardProfile } from './csv-profile.ts';
import type { DataFile, RowOf } from './data-file.ts';
import type { LmsFault, LmsRow } from './lms-export.ts';
import type { ClassLearner, LmsMatching } from './lms-match.ts';
import { matchMoodle, moodleGrades, moodleRows, readMoodleExport } from './moodle/moodle-grades.ts';
import { spokenName } from './person-headers.ts';

/** An LMS whose own list can be filled in. */
export type Lms = 'Moodle' | 'Canvas';

/** A learner of the class and the grade that counts; null where none does. */
export interface GradedClassLearner extends ClassLearner {
  readonly points: number | null;
  /** 0 to 100. */
  readonly percent: number | null;
}

/** What a list is filled from. */
export interface LmsGrades {
  readonly title: string;
  readonly maxPoints: number;
  readonly learners: readonly GradedClassLearner[];
}

/** Who was matched with whom, by name, and the file to import; or everything that is wrong with the list. */
export type LmsFilling =
  | { readonly ok: false; readonly faults: readonly LmsFault[] }
  | {
      readonly ok: true;
      readonly groups: Readonly<Record<LmsGroup, readonly string[]>>;
      /** How many of the matched have a grade. */
      readonly graded: number;
      readonly text: string;
    };

/** How a row of the list, or a learner, fared. */
export type LmsGroup = (typeof lmsGroups)[number];

/** Every {@link LmsGroup}, in the order in which they are told. */
export const lmsGroups = ['matched', 'ambiguous', 'missing', 'unmatched', 'unsafe'] as const;

/** Fills one column of the teacher's own list from an LMS. */
export function fillLms(lms: Lms, text: string, grades: LmsGrades): LmsFilling {
  return lms === 'Moodle' ? fillMoodle(text, grades) : fillCanvas(text, grades);
}

function fillMoodle(text: string, { title, learners }: LmsGrades): LmsFilling {
  const reading = readMoodleExport(text);
  if (!reading.ok) return reading;
  const matching = matchMoodle(reading.lmsExport.rows, learners);
  const percents = new Map(learners.map(({ id, percent }) => [id, percent]));
  const { rows, leftOut } = moodleRows(
    title,
    matching.matched,
    ({ id }) => percents.get(id) ?? null,
  );
  const unsafe = leftOut.map(({ name }) => name ?? '');
  return {
    ok: true,
    groups: groupsOf(matching, unsafe),
    graded: countGraded(matching, percents),
    text: written(moodleGrades(title), rows),
  };
}

function fillCanvas(text: string, { title, maxPoints, learners }: LmsGrades): LmsFilling {
  const reading = readCanvasExport(text);
  if (!reading.ok) return reading;
  const matching = matchCanvas(reading.lmsExport, learners);
  const points = new Map(learners.map((learner) => [learner.id, learner.points]));
  const pointsOf = ({ id }: ClassLearner) => points.get(id) ?? null;
  const rows = canvasRows(reading.lmsExport, matching, { title, maxPoints, pointsOf });
  return {
    ok: true,
    groups: groupsOf(matching, []),
    graded: countGraded(matching, points),
    text: written(canvasGradebook(title), rows),
  };
}

function countGraded({ matched }: LmsMatching, grades: ReadonlyMap<string, number | null>): number {
  return matched.filter(({ learner }) => (grades.get(learner.id) ?? null) !== null).length;
}

function groupsOf(
  { matched, ambiguous, missing, unmatched }: LmsMatching,
  unsafe: readonly string[],
): Record<LmsGroup, readonly string[]> {
  return {
    matched: matched.map(({ row, learner }) => pairOf(row, [learner])),
    ambiguous: ambiguous.map(({ row, candidates }) => pairOf(row, candidates)),
    missing: missing.map(nameOf),
    unmatched: unmatched.map(({ displayName }) => displayName),
    unsafe,
  };
}

/** Both names of a person, where they differ. */
function pairOf(row: LmsRow, learners: readonly ClassLearner[]): string {
  const names = learners.map(({ displayName }) => displayName).join(', ');
  return nameOf(row) === names ? names : `${nameOf(row)} → ${names}`;
}

function nameOf({ person }: LmsRow): string {
  return spokenName(person) || (person.email ?? person.studentNumber ?? '');
}

function written<F extends DataFile>(file: F, rows: readonly RowOf<F>[]): string {
  const { header, row } = csvWriter(file, standardProfile);
  return header + rows.map(row).join('');
}
