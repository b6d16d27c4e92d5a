import { rulesFor } from '../../item-types/rules.ts';
import type { InstructorId, ItemId } from '../../quiz/ids.ts';
import type { Item } from '../../quiz/item.ts';
import type { Evidence } from '../../quiz/reveal.ts';
import { evidenceOf } from '../../item-types/reveal-item.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { findLedAssignment } from '../classes/led-class.ts';
import { headOf, type AnalysisHead } from './analysis-head.ts';
import { answersGiven, type GivenAnswer } from './answers-given.ts';
import { classReports, type ClassReport } from './class-reports.ts';
import { correctionRecords, type CorrectionRecord } from './correction-records.ts';
import { analyseAssignment, type QuestionAnalysis } from './question-analysis.ts';
import { isDropped } from './table-columns.ts';

/** One question of an assignment: how it did, what proves it, and how its scores were corrected. */
export interface ItemAnalysisPage extends AnalysisHead {
  readonly itemId: ItemId;
  /** In the assignment, from 1. */
  readonly position: number;
  readonly total: number;
  /** Null where its bank has withdrawn it. */
  readonly present: {
    readonly stem: string;
    readonly version: number;
    /** The right answer in words. */
    readonly key: string;
    readonly why: readonly string[];
    readonly evidence: readonly Evidence[];
  } | null;
  readonly isDropped: boolean;
  /** A version each, the present one first; none where it was dropped. */
  readonly versions: readonly QuestionAnalysis[];
  /** Every answer in whatever attempt. */
  readonly given: readonly GivenAnswer[];
  readonly reports: readonly ClassReport[];
  readonly corrections: readonly CorrectionRecord[];
}

/** One question's analysis; null where this browser does not lead the class, or none is meant. */
export async function showItemAnalysis(
  context: AttemptContext,
  assignmentId: string,
  itemId: string,
  instructor: InstructorId | null,
): Promise<ItemAnalysisPage | null> {
  const led = await findLedAssignment(context, assignmentId, instructor);
  const id = led?.assignment.itemIds.find((each) => each === (itemId as ItemId));
  if (!led || id === undefined) return null;
  const item = led.items.find((each) => each.id === id) ?? null;
  const { questions } = await analyseAssignment(context, led);
  const rescores = await context.store.classes.listRescores(led.assignment.id);
  const isOwn = (each: { readonly itemId: ItemId }) => each.itemId === id;
  return {
    ...headOf(led),
    itemId: id,
    position: led.assignment.itemIds.indexOf(id) + 1,
    total: led.assignment.itemIds.length,
    present: item && presentOf(context, item),
    isDropped: isDropped(rescores, id),
    versions: questions.filter(isOwn).toReversed(),
    given: await answersGiven(context, led, id),
    reports: (await classReports(context, led)).filter(isOwn),
    corrections: (await correctionRecords(context, led)).filter(isOwn),
  };
}

function presentOf({ library, say }: AttemptContext, item: Item): ItemAnalysisPage['present'] {
  return {
    stem: item.stem,
    version: item.version,
    key: rulesFor(item).answer(item, say),
    why: item.why,
    evidence: evidenceOf(library, item),
  };
}
