import type { CsvProfile } from '../../formats/csv-profile.ts';
import type { Assignment } from '../../quiz/assignment.ts';
import type { Classroom } from '../../quiz/classroom.ts';
import type { ItemId } from '../../quiz/ids.ts';
import type { Item } from '../../quiz/item.ts';
import type { TabledOption } from '../../quiz/tabled-option.ts';

/** The files of an export that hold rows, in the order in which they are listed. */
export const tableNames = [
  'gradebook.csv',
  'attempts.csv',
  'responses.csv',
  'items.csv',
  'options.csv',
  'test.csv',
  'calibration.csv',
  'matrix.csv',
  'lms/moodle-grades.csv',
  'lms/canvas-gradebook.csv',
  'lms/sheets.csv',
  'lms/unmatched.csv',
  'codebook.csv',
] as const;

/** A file of an export that holds rows. */
export type TableName = (typeof tableNames)[number];

/** Everything that can be downloaded by itself, in the order in which it is listed. */
export const fileNames = [...tableNames, 'results.jsonl', 'results.xlsx'] as const;

/** A file that can be downloaded by itself. */
export type FileName = (typeof fileNames)[number];

/** An item in words, in the language of whoever exports. */
export interface ItemInWords {
  readonly options: readonly TabledOption[];
  readonly answer: string;
}

/** How an export is written. */
export interface ExportStyle {
  readonly profile: CsvProfile;
  /** True for a column an item in the gradebook. */
  readonly withItems: boolean;
  /** A secret from which new ids follow, for an export that tells nothing of who anybody is; or null. */
  readonly anonymousBy: string | null;
}

/** What is exported, as it can be handed to another thread. The keys of items are in it. */
export interface ExportedAssignment {
  readonly classroom: Classroom;
  readonly assignment: Assignment;
  /** In the order of the assignment; one that was withdrawn since is left out. */
  readonly items: readonly Item[];
  readonly inWords: ReadonlyMap<ItemId, ItemInWords>;
}

/** One export, whole: a file, or the bundle of all. Times are milliseconds since 1970, UTC. */
export interface ExportJob extends ExportedAssignment {
  readonly file: FileName | 'bundle';
  readonly style: ExportStyle;
  /** The moment by which it is decided whether attempts are under way. */
  readonly nowMs: number;
}

/** The files with rows that a bundle of this job holds. */
export function namesIn({ style }: Pick<ExportJob, 'style'>): TableName[] {
  return tableNames.filter((name) => style.anonymousBy === null || !name.startsWith('lms/'));
}
