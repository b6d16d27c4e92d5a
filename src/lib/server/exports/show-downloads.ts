import { standardProfile } from '../../formats/csv-profile.ts';
import type { AttemptRule } from '../../quiz/assignment.ts';
import type { InstructorId } from '../../quiz/ids.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { findLedAssignment } from '../classes/led-class.ts';
import { headOf, type AnalysisHead } from '../results/analysis-head.ts';
import { readSize, rowsIn, type ClassSize } from './count-rows.ts';
import { addressOf } from './export-address.ts';
import {
  fileNames,
  tableNames,
  type ExportJob,
  type FileName,
  type TableName,
} from './export-job.ts';
import { exportSource } from './export-source.ts';
import { openTable } from './open-table.ts';
import { exportedAssignment } from './prepare-export.ts';
import { previewTable, type TablePreview } from './preview-table.ts';

/** A file that can be downloaded by itself. */
export interface OfferedFile {
  readonly name: FileName;
  /** The last part of its address. */
  readonly address: string;
  /** Null where it is known only once it is written. */
  readonly rows: number | null;
  /** Null where there is none: a file without rows, or too large a class to read for it. */
  readonly preview: TablePreview | null;
}

/** The page of an assignment's downloads. */
export interface DownloadsPage extends AnalysisHead {
  readonly attemptRule: AttemptRule;
  readonly size: ClassSize;
  readonly files: readonly OfferedFile[];
}

/** Responses up to which statistics are worked out for a preview, between other readers' requests. */
const mostPreviewed = 5000;

/** What can be downloaded of an assignment; null where this browser does not lead its class. */
export async function showDownloads(
  context: AttemptContext,
  assignmentId: string,
  instructor: InstructorId | null,
): Promise<DownloadsPage | null> {
  const led = await findLedAssignment(context, assignmentId, instructor);
  if (!led) return null;
  const job: ExportJob = {
    ...exportedAssignment(context, led),
    file: 'bundle',
    style: { profile: standardProfile, withItems: false, anonymousBy: null },
    nowMs: context.now(),
  };
  const size = await readSize(context.store, job);
  return {
    ...headOf(led),
    attemptRule: led.assignment.attemptRule,
    size,
    files: await offeredFiles(context, job, size),
  };
}

async function offeredFiles(
  { store }: AttemptContext,
  job: ExportJob,
  size: ClassSize,
): Promise<OfferedFile[]> {
  const isSmall = size.responses <= mostPreviewed;
  const source = exportSource(store, job);
  const files: OfferedFile[] = [];
  for (const name of fileNames) {
    const rows = rowsIn(name, size);
    const isTable = (tableNames as readonly FileName[]).includes(name);
    // What has a row a learner or a response is read no further than its first rows.
    const preview =
      isTable && (isSmall || rows !== null)
        ? await previewTable(openTable(source, name as TableName))
        : null;
    files.push({ name, address: addressOf(name), rows, preview });
  }
  return files;
}
