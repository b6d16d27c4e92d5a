import type { DataFile } from '../../formats/data-file.ts';
import { attempts } from '../../formats/results/attempts.ts';
import { gradebook, gradebookWithItems } from '../../formats/results/gradebook.ts';
import { responses } from '../../formats/results/responses.ts';
import { readResults, type GradedLearner } from '../results/read-results.ts';
import type { Store } from '../storage/store.ts';
import type { Rows } from './csv-pieces.ts';
import type { ExportJob, TableName } from './export-job.ts';
import { attemptRows } from './rows/attempt-row.ts';
import { gradebookItemRow, gradebookRow } from './rows/gradebook-row.ts';
import { itemKey } from './rows/words.ts';
import { responseRows } from './rows/response-row.ts';

/** A file's definition and its rows. */
export interface Table {
  readonly file: DataFile;
  readonly rows: () => Rows<DataFile>;
}

/** The file of this name for an assignment, its rows read from the store as they are asked for. */
export function openTable(store: Store, job: ExportJob, name: TableName): Table {
  const { assignment, style } = job;
  const graded = () => readResults({ store, now: () => job.nowMs }, { ...job, bank: null });
  const perLearner = (rowsOf: (graded: GradedLearner) => readonly object[]) =>
    async function* () {
      for await (const each of graded()) yield rowsOf(each) as readonly never[];
    };
  switch (name) {
    case 'gradebook.csv':
      return style.withItems
        ? {
            file: gradebookWithItems(
              assignment.itemIds.map((id) => itemKey(assignment.bankId, id)),
            ),
            rows: perLearner((each) => [gradebookItemRow(job, each)]),
          }
        : { file: gradebook, rows: perLearner((each) => [gradebookRow(job, each)]) };
    case 'attempts.csv':
      return { file: attempts, rows: perLearner((each) => attemptRows(job, each)) };
    case 'responses.csv':
      return { file: responses, rows: perLearner((each) => responseRows(job, each)) };
    default:
      throw new Error(name);
  }
}
