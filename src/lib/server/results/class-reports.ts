import { rulesFor } from '../../item-types/rules.ts';
import type { ItemId } from '../../quiz/ids.ts';
import type { AttemptContext } from '../attempts/context.ts';
import type { LedAssignment } from '../classes/led-class.ts';
import type { ProblemReport } from '../storage/store.ts';
import { dayIn } from './analysis-head.ts';

/** What a learner of the class said is wrong with a question. */
export interface ClassReport {
  readonly id: string;
  readonly itemId: ItemId;
  readonly version: number;
  readonly comment: string;
  /** What its writer had answered, in words; null where it is not known. */
  readonly given: string | null;
  /** The day in the class's time zone, ISO 8601. */
  readonly on: string;
}

/** Reports of a class about items of this assignment, oldest first. */
export async function classReports(
  { store, say }: Pick<AttemptContext, 'store' | 'say'>,
  { assignment, classroom, items }: LedAssignment,
): Promise<ClassReport[]> {
  const reports = await store.classes.listClassReports(classroom.id);
  const isOwn = ({ bankId, itemId }: ProblemReport) =>
    bankId === assignment.bankId && assignment.itemIds.includes(itemId);
  return reports.filter(isOwn).map((report) => {
    const item = items.find(({ id, version }) => isVersion(report, id, version));
    const rules = item && rulesFor(item);
    const response = rules?.restore(report.response) ?? null;
    return {
      id: report.id,
      itemId: report.itemId,
      version: report.itemVersion,
      comment: report.comment,
      given: item && rules && response !== null ? rules.account(item, response, say).given : null,
      on: dayIn(classroom, report.createdAt),
    };
  });
}

function isVersion(report: ProblemReport, id: ItemId, version: number): boolean {
  return report.itemId === id && report.itemVersion === version;
}
