import type { Say } from '../../messages/say.ts';
import type { ItemId } from '../../quiz/ids.ts';
import { letterAt } from '../../quiz/letter-at.ts';
import { trapWords } from '../../quiz/results.ts';
import { itemStatistics, type ItemStatistics } from '../../quiz/statistics/item-statistics.ts';
import {
  optionStatistics,
  type OptionStatistics,
} from '../../quiz/statistics/option-statistics.ts';
import type { AttemptContext } from '../attempts/context.ts';
import type { LedAssignment } from '../classes/led-class.ts';
import { answerGroups, type AnswerGroup } from './answer-groups.ts';
import { squareOf, type SureSquare } from './class-certainty.ts';
import { readResponseTable, type TabledResults } from './response-table.ts';
import type { TableColumn } from './table-columns.ts';
import { reasonsOf } from './worth-saying.ts';

/** An option of a question, and who chose it. */
export interface OptionCount extends OptionStatistics {
  readonly letter: string;
  /** The misreading it stands for in words, or null. */
  readonly trapName: string | null;
}

/** How the class did with one version of a question. */
export interface QuestionAnalysis {
  readonly itemId: ItemId;
  readonly version: number;
  /** False for a version that its bank no longer has. */
  readonly isPresent: boolean;
  /** In the assignment, from 1. */
  readonly position: number;
  /** The present question; null where it was withdrawn. */
  readonly stem: string | null;
  readonly statistics: ItemStatistics;
  /** None where the answer is written or arranged, or the version is gone. */
  readonly options: readonly OptionCount[];
  /** The most frequent first. */
  readonly answers: readonly AnswerGroup[];
  readonly square: SureSquare;
  /** Why it is worth a discussion, in sentences: counts first. */
  readonly reasons: readonly string[];
}

/** All questions of an assignment that count, and the table that they are counted in. */
export interface AssignmentAnalysis extends TabledResults {
  /** In the order of the assignment, earlier versions first. */
  readonly questions: readonly QuestionAnalysis[];
}

/** Counts the answers of a class, question by question. */
export async function analyseAssignment(
  context: Pick<AttemptContext, 'now' | 'store' | 'say'>,
  led: LedAssignment,
): Promise<AssignmentAnalysis> {
  let groups = answerGroups();
  const tabled = await readResponseTable(context, led, () => {
    groups = answerGroups();
    return groups.collect;
  });
  const options = Map.groupBy(optionStatistics(tabled.table), keyOf);
  const questions = itemStatistics(tabled.table).flatMap((statistics, at) => {
    const column = tabled.columns[at];
    if (!column) return [];
    return questionOf(led, column, context.say, {
      statistics,
      options: (options.get(keyOf(statistics)) ?? []).map(countOf),
      answers: groups.of(column.itemId, column.version),
      square: squareOf(tabled.table, at),
    });
  });
  return { ...tabled, questions };
}

function keyOf({ itemId, itemVersion }: Pick<OptionStatistics, 'itemId' | 'itemVersion'>): string {
  return `${itemId} ${itemVersion}`;
}

function countOf(option: OptionStatistics, at: number): OptionCount {
  const { trap } = option;
  return { ...option, letter: letterAt(at), trapName: trap && trapWords(trap) };
}

function questionOf(
  { assignment, items }: LedAssignment,
  { itemId, version, item }: TableColumn,
  say: Say,
  counts: Pick<QuestionAnalysis, 'statistics' | 'options' | 'answers' | 'square'>,
): QuestionAnalysis {
  const present = items.find(({ id }) => id === itemId);
  return {
    itemId,
    version,
    isPresent: item !== null,
    position: assignment.itemIds.indexOf(itemId) + 1,
    stem: present?.stem ?? null,
    ...counts,
    reasons: reasonsOf(counts, say),
  };
}
