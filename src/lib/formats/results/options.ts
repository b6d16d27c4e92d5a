import { column } from '../column.ts';
import { dataFile, type RowOf } from '../data-file.ts';

const share = { unit: 'share', values: '0–1' };
const learners = { unit: 'learners' };
const third =
  'by percent of all that was shown, the item included; equal scores stay together, so thirds may differ in size.';

/** `options.csv`: one row an option of an item version. */
export const options = dataFile(
  'options.csv',
  'One row an option, over first completed attempts: which distractors work.',
  [
    column('item_id', 'id', 'Item', 'Survives edits of the item.'),
    column(
      'item_version',
      'integer',
      'Item version',
      'Rises when stem, options, key or evidence change.',
    ),
    column('option_id', 'id', 'Option', 'By authored position: a, b, c. New options come last.'),
    column('option_label', 'text', 'Option in words', 'As learners read it.'),
    column(
      'is_key',
      'boolean',
      'Key',
      'It belongs to the right response, or was accepted as right after use.',
      {
        values: 'TRUE, FALSE',
      },
    ),
    column('n', 'integer', 'Chosen', 'Learners who chose it.', learners),
    column(
      'proportion',
      'number',
      'Proportion',
      'n ÷ learners to whom the item was presented (n of items.csv).',
      share,
    ),
    column('n_upper', 'integer', 'Chosen, upper third', `Of the best third, ${third}`, learners),
    column(
      'n_middle',
      'integer',
      'Chosen, middle third',
      `Of the middle third, ${third}`,
      learners,
    ),
    column('n_lower', 'integer', 'Chosen, lower third', `Of the lowest third, ${third}`, learners),
    column(
      'option_rest_r',
      'number',
      'Discrimination of the option',
      'Pearson r of “chose it” (0 or 1) with the rest score: above 0 for a key, below 0 for a distractor; from n = 10.',
      { values: '−1–1' },
    ),
    column(
      'mean_certainty',
      'number',
      'Mean certainty',
      'Mean probability claimed by those who chose it and said one.',
      share,
    ),
    column(
      'functioning',
      'boolean',
      'Functioning',
      'A distractor chosen by at least 5 % with a negative option_rest_r (Tarrant et al. 2009); empty for a key, and below n = 10.',
      { values: 'TRUE, FALSE' },
    ),
    column(
      'trap',
      'text',
      'Trap',
      'The author’s tag for what misleads, for instance unit-swap; empty where there is none.',
    ),
  ],
);

/** A row of `options.csv`. */
export type OptionsRow = RowOf<typeof options>;
