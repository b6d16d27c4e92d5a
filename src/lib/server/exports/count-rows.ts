import type { Store } from '../storage/store.ts';
import { namesIn, type ExportJob, type FileName } from './export-job.ts';

/** Of how many rows a class's files are made, before any is read. */
export interface ClassSize {
  readonly learners: number;
  readonly attempts: number;
  readonly responses: number;
}

/** How large the files of an assignment will be. */
export async function readSize(
  store: Store,
  { classroom, assignment }: Pick<ExportJob, 'classroom' | 'assignment'>,
): Promise<ClassSize> {
  const { learners, attempts } = await store.classes.countClass(classroom.id, assignment.id);
  return { learners, attempts, responses: attempts * assignment.itemIds.length };
}

/** The rows of a file; null where that is known only once it is written. */
export function rowsIn(
  name: FileName,
  { learners, attempts, responses }: ClassSize,
): number | null {
  const known: Readonly<Partial<Record<FileName, number>>> = {
    'gradebook.csv': learners,
    'attempts.csv': attempts,
    'responses.csv': responses,
    'results.jsonl': responses,
  };
  return known[name] ?? null;
}

/** The rows that an export will write, as far as they are known before. */
export async function countRows(store: Store, job: ExportJob): Promise<number> {
  const size = await readSize(store, job);
  const sum = (names: readonly FileName[]) =>
    names.reduce((total, name) => total + (rowsIn(name, size) ?? 0), 0);
  if (job.file === 'bundle') return sum([...namesIn(job), 'results.jsonl']);
  return job.file === 'results.xlsx' ? sum(namesIn(job)) : sum([job.file]);
}
