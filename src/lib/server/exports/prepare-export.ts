import { rulesFor } from '../../item-types/rules.ts';
import type { InstructorId } from '../../quiz/ids.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { findLedAssignment, type LedAssignment } from '../classes/led-class.ts';
import { readStyle } from './export-address.ts';
import type { ExportedAssignment, ExportJob } from './export-job.ts';

/** What is asked for. */
export interface ExportWish {
  readonly assignmentId: string;
  readonly file: ExportJob['file'];
  /** Of the address: how it is written. */
  readonly query: URLSearchParams;
}

/** An export of an assignment, ready to be run; null where this browser does not lead its class. */
export async function prepareExport(
  context: AttemptContext,
  { assignmentId, file, query }: ExportWish,
  instructor: InstructorId | null,
): Promise<ExportJob | null> {
  const led = await findLedAssignment(context, assignmentId, instructor);
  if (!led) return null;
  const style = readStyle(query, led.classroom.timeZone, context.randomText);
  return { ...exportedAssignment(context, led), file, style, nowMs: context.now() };
}

/** What is exported of an assignment, with what is said of its items in the reader's language. */
export function exportedAssignment(
  { say }: Pick<AttemptContext, 'say'>,
  { classroom, assignment, items }: LedAssignment,
): ExportedAssignment {
  const inWords = items.map((item) => {
    const { tabled, answer } = rulesFor(item);
    return [item.id, { options: tabled.options(item, say), answer: answer(item, say) }] as const;
  });
  return { classroom, assignment, items, inWords: new Map(inWords) };
}
