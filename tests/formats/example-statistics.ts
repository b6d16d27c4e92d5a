import type { CalibrationRow } from '../../src/lib/formats/results/calibration.ts';
import type { ItemsRow } from '../../src/lib/formats/results/items.ts';
import type { OptionsRow } from '../../src/lib/formats/results/options.ts';
import type { TestStatisticsRow } from '../../src/lib/formats/results/test-statistics.ts';
import { itemIds } from './example-class.ts';

export const itemsRows: readonly ItemsRow[] = [
  {
    item_id: itemIds[0],
    item_version: 1,
    type: 'multiple-response',
    stem: 'What does the report say, word for word, was cut off?',
    source_id: 'daily',
    tags: ['recall', 'part-for-whole'],
    n: 28,
    n_answered: 27,
    n_skipped: 1,
    n_not_reached: 0,
    mean_points: 17 / 28,
    max_points: 1,
    sd: 0.49734,
    facility: 17 / 28,
    facility_lo: 0.4241,
    facility_hi: 0.7643,
    guess_rate: 1 / 7,
    discrimination_rest_r: -0.12,
    rest_r_lo: -0.47,
    rest_r_hi: 0.26,
    discrimination_total_r: 0.31,
    discrimination_ul27: null,
    discriminative_efficiency: -0.2,
    alpha_if_deleted: null,
    n_options: 3,
    n_functioning_distractors: 1,
    distractor_efficiency: 1,
    mean_certainty: 0.8,
    certainty_bias: 0.19,
    n_confident_wrong: 6,
    median_time_s: 30.5,
    flags: ['confident_wrong', 'too_few'],
    basis: 'first_completed',
  },
];

export const optionsRows: readonly OptionsRow[] = [
  {
    item_id: itemIds[0],
    item_version: 1,
    option_id: 'b',
    option_label: '+480,000 homes',
    is_key: false,
    n: 10,
    proportion: 10 / 28,
    n_upper: 2,
    n_middle: 3,
    n_lower: 5,
    option_rest_r: -0.2041241,
    mean_certainty: 0.9,
    functioning: true,
    trap: 'unit-swap',
  },
];

export const testRows: readonly TestStatisticsRow[] = [
  {
    bank_id: 'storm',
    bank_version: '3',
    basis: 'first_completed',
    n: 28,
    k: 2,
    mean: 1.25,
    median: 1,
    sd: 0.7,
    min: 0,
    max: 2,
    skewness: -0.00001,
    kurtosis: null,
    alpha: null,
    alpha_lo: null,
    alpha_hi: null,
    kr20: null,
    sem_points: null,
    sem_percent: null,
  },
];

export const calibrationRows: readonly CalibrationRow[] = [
  {
    scope: 'class',
    learner_id: null,
    certainty: 0.75,
    n: 12,
    n_correct: 8,
    accuracy: 2 / 3,
    accuracy_lo: 0.390615,
    accuracy_hi: 0.861879,
    brier: 0.2292,
    certainty_bias: 0.083333,
  },
];
