import { column } from '../column.ts';
import { dataFile, type RowOf } from '../data-file.ts';

const share = { unit: 'share', values: '0–1' };

/** `calibration.csv`: one row a certainty, for the class and for each learner. */
export const calibration = dataFile(
  'calibration.csv',
  'One row a certainty, for the whole class and for each learner, over first completed attempts.',
  [
    column('scope', 'text', 'Scope', 'Whom the row is about.', { values: 'class, learner' }),
    column('learner_id', 'id', 'Learner', 'Opaque id, as in gradebook.csv; empty for the class.'),
    column(
      'certainty',
      'number',
      'Certainty',
      'Probability claimed; a guess stands for the chance level of its item.',
      share,
    ),
    column('n', 'integer', 'Answers', 'Answers given with this certainty.', { unit: 'answers' }),
    column(
      'n_correct',
      'integer',
      'Right',
      'Of n, those fully right as judged: an accepted answer counts, full marks for everybody do not.',
      { unit: 'answers' },
    ),
    column('accuracy', 'number', 'Accuracy', 'n_correct ÷ n.', share),
    column('accuracy_lo', 'number', 'Accuracy, lower bound', 'Wilson 95 % interval over n.', share),
    column('accuracy_hi', 'number', 'Accuracy, upper bound', 'Wilson 95 % interval over n.', share),
    column(
      'brier',
      'number',
      'Brier score',
      'mean((p − o)²) over n: p the certainty, o 1 where fully right as judged and 0 otherwise (Brier 1950).',
      share,
    ),
    column(
      'certainty_bias',
      'number',
      'Certainty bias',
      'certainty − accuracy; above 0 is too sure.',
      { unit: 'share', values: '−1–1' },
    ),
  ],
);

/** A row of `calibration.csv`. */
export type CalibrationRow = RowOf<typeof calibration>;
