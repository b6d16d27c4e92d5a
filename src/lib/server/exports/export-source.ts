import { rulesFor } from '../../item-types/rules.ts';
import { english } from '../../messages/english.ts';
import type { Rescore } from '../../quiz/rescore.ts';
import { readResults, type GradedLearner } from '../results/read-results.ts';
import { readResponseTable, type TabledResults } from '../results/response-table.ts';
import { isDropped } from '../results/table-columns.ts';
import type { Store } from '../storage/store.ts';
import { newIds } from './anonymous-row.ts';
import type { ExportJob } from './export-job.ts';

/** What the files of one export are read from. */
export interface ExportSource {
  readonly job: ExportJob;
  /** In the order of the files; as often as it is asked for. */
  readonly learners: () => AsyncGenerator<GradedLearner>;
  /** The statistics' table: read once, and held until it is let go. */
  readonly tabled: () => Promise<TabledResults>;
  readonly letGo: () => void;
  readonly rescores: () => Promise<Rescore[]>;
  /** Points that the items of the assignment come to, without those that were dropped. */
  readonly maxPoints: () => Promise<number>;
}

/** Reads an export's assignment from a store. */
export function exportSource(store: Store, job: ExportJob): ExportSource {
  const context = { store, now: () => job.nowMs, say: english.say };
  const led = { ...job, bank: null };
  const { anonymousBy } = job.style;
  // The order of names would tell whose an id is.
  const sortBy = anonymousBy === null ? {} : { sortBy: newIds(anonymousBy) };
  let tabled: Promise<TabledResults> | null = null;
  const rescores = () => store.classes.listRescores(job.assignment.id);
  return {
    job,
    learners: () => readResults(context, led, sortBy),
    tabled: () => (tabled ??= readResponseTable(context, led)),
    letGo() {
      tabled = null;
    },
    rescores,
    async maxPoints() {
      const known = await rescores();
      return job.items
        .filter(({ id }) => !isDropped(known, id))
        .reduce((sum, item) => sum + rulesFor(item).tabled.maxPoints, 0);
    },
  };
}
