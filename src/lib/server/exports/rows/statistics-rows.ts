import type { CalibrationRow } from '../../../formats/results/calibration.ts';
import type { ItemsRow } from '../../../formats/results/items.ts';
import type { OptionsRow } from '../../../formats/results/options.ts';
import type { TestStatisticsRow } from '../../../formats/results/test-statistics.ts';
import { calibrationStatistics } from '../../../quiz/statistics/calibration-statistics.ts';
import { itemStatistics, type ItemStatistics } from '../../../quiz/statistics/item-statistics.ts';
import { optionStatistics } from '../../../quiz/statistics/option-statistics.ts';
import { testStatistics } from '../../../quiz/statistics/test-statistics.ts';
import type { Item } from '../../../quiz/item.ts';
import type { TabledResults } from '../../results/response-table.ts';
import type { ExportedAssignment } from '../export-job.ts';
import { firstSource } from './response-row.ts';
import { itemKey, versionOf } from './words.ts';

/** Which attempts every statistic rests on. */
const basis = 'first_completed';

/** The rows of `items.csv`. */
export function itemRows(
  { assignment, inWords }: ExportedAssignment,
  { table, columns }: TabledResults,
): ItemsRow[] {
  return itemStatistics(table).map((each, index) => {
    const item = columns[index]?.item ?? null;
    const options = item ? inWords.get(item.id)?.options : undefined;
    const traps = new Set(options?.flatMap(({ trap }) => trap ?? []));
    return {
      item_id: itemKey(assignment.bankId, columns[index]?.itemId ?? ('' as Item['id'])),
      item_version: each.itemVersion,
      type: item?.type ?? null,
      stem: item?.stem ?? null,
      source_id: item && firstSource(item),
      tags: item && [item.level, ...traps],
      ...pointColumns(each),
      ...discriminationColumns(each),
      n_options: each.nOptions,
      n_functioning_distractors: each.nFunctioningDistractors,
      distractor_efficiency: each.distractorEfficiency,
      mean_certainty: each.meanCertainty,
      certainty_bias: each.certaintyBias,
      n_confident_wrong: each.nConfidentWrong,
      median_time_s: each.medianTimeS,
      flags: each.flags,
      basis,
    };
  });
}

function pointColumns(each: ItemStatistics) {
  return {
    n: each.n,
    n_answered: each.nAnswered,
    n_skipped: each.nSkipped,
    n_not_reached: each.nNotReached,
    mean_points: each.meanPoints,
    max_points: each.maxPoints,
    sd: each.sd,
    facility: each.facility,
    facility_lo: each.facilityLo,
    facility_hi: each.facilityHi,
    guess_rate: each.guessRate,
  };
}

function discriminationColumns(each: ItemStatistics) {
  return {
    discrimination_rest_r: each.discriminationRestR,
    rest_r_lo: each.restRLo,
    rest_r_hi: each.restRHi,
    discrimination_total_r: each.discriminationTotalR,
    discrimination_ul27: each.discriminationUl27,
    discriminative_efficiency: each.discriminativeEfficiency,
    alpha_if_deleted: each.alphaIfDeleted,
  };
}

/** The rows of `options.csv`. */
export function optionRows(
  { assignment, inWords }: ExportedAssignment,
  { table }: TabledResults,
): OptionsRow[] {
  return optionStatistics(table).map((each) => {
    const itemId = each.itemId as Item['id'];
    const words = inWords.get(itemId)?.options.find(({ id }) => id === each.optionId);
    return {
      item_id: itemKey(assignment.bankId, itemId),
      item_version: each.itemVersion,
      option_id: each.optionId,
      option_label: words?.label ?? each.optionLabel,
      is_key: each.isKey,
      n: each.n,
      proportion: each.proportion,
      n_upper: each.nUpper,
      n_middle: each.nMiddle,
      n_lower: each.nLower,
      option_rest_r: each.optionRestR,
      mean_certainty: each.meanCertainty,
      functioning: each.functioning,
      trap: each.trap,
    };
  });
}

/** The one row of `test.csv`. */
export function testRow(
  { assignment, items }: ExportedAssignment,
  { table }: TabledResults,
): TestStatisticsRow {
  const { n, k, mean, median, sd, min, max, skewness, kurtosis, ...rest } = testStatistics(table);
  return {
    bank_id: assignment.bankId,
    bank_version: versionOf(items),
    basis,
    ...{ n, k, mean, median, sd, min, max, skewness, kurtosis },
    alpha: rest.alpha,
    alpha_lo: rest.alphaLo,
    alpha_hi: rest.alphaHi,
    kr20: rest.kr20,
    sem_points: rest.semPoints,
    sem_percent: rest.semPercent,
  };
}

/** The rows of `calibration.csv`: the class, then learner after learner. */
export function* calibrationRows({ table, learners }: TabledResults): Generator<CalibrationRow> {
  for (const each of calibrationStatistics(table)) {
    yield {
      scope: each.scope,
      learner_id: each.row === null ? null : (learners[each.row] ?? null),
      certainty: each.certainty,
      n: each.n,
      n_correct: each.nCorrect,
      accuracy: each.accuracy,
      accuracy_lo: each.accuracyLo,
      accuracy_hi: each.accuracyHi,
      brier: each.brier,
      certainty_bias: each.certaintyBias,
    };
  }
}
