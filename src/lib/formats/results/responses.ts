import { column, decimalsOf } from '../column.ts';
import { dataFile, type RowOf } from '../data-file.ts';

const points = { decimals: decimalsOf.points, unit: 'points' };
const share = { unit: 'share', values: '0–1' };

/** `responses.csv`: one row an item of an attempt. */
export const responses = dataFile(
  'responses.csv',
  'One row an item of an attempt, whether answered or not: for research in R or Python.',
  [
    column('response_id', 'id', 'Response', 'Opaque id of attempt and item together.'),
    column('attempt_id', 'id', 'Attempt', 'Opaque id, as in attempts.csv.'),
    column('learner_id', 'id', 'Learner', 'Opaque id, as in gradebook.csv.'),
    column('attempt_no', 'integer', 'Attempt number', 'Counted from 1 for each learner, by start.'),
    column('item_id', 'id', 'Item', 'Survives edits of the item.'),
    column(
      'item_version',
      'integer',
      'Item version',
      'Rises when stem, options, key or evidence change.',
    ),
    column('item_type', 'id', 'Item type', 'For instance single-choice, verdict, numeric.'),
    column('position', 'integer', 'Position', 'Place of the item in this attempt, counted from 1.'),
    column('source_id', 'id', 'Source', 'Id of the source of the item’s first passage.'),
    column(
      'response_status',
      'text',
      'Response status',
      'skipped was seen and handed in without an answer and scores 0; not_reached lies behind the last answer; not_presented was withdrawn from its bank before it was answered.',
      { values: 'answered, skipped, not_reached, not_presented' },
    ),
    column(
      'response',
      'list',
      'Response',
      'Option ids in their order, joined by |; the number or the text for items that are written.',
    ),
    column(
      'response_label',
      'text',
      'Response in words',
      'The response as it was read when it was given.',
    ),
    column(
      'correct_response',
      'text',
      'Right response',
      'The right response in words, of this item version.',
    ),
    column(
      'points',
      'number',
      'Points',
      'As they count now, after any correction of the item; empty where it was dropped. results.jsonl keeps the first ones.',
      points,
    ),
    column('max_points', 'number', 'Points possible', 'Maximum of the item.', points),
    column(
      'score',
      'number',
      'Score',
      'points ÷ max_points. R: the score matrix in long form.',
      share,
    ),
    column('correct', 'boolean', 'Right', 'points = max_points; empty where not answered.', {
      values: 'TRUE, FALSE',
    }),
    column(
      'certainty',
      'number',
      'Certainty',
      'Probability claimed; a guess stands for the chance level of the item; empty where none was given.',
      share,
    ),
    column(
      'option_order',
      'list',
      'Option order',
      'Option ids in the order in which they were shown, joined by |.',
    ),
    column('hint_used', 'boolean', 'Hint used', 'Always FALSE: Verbatim gives no hints.', {
      values: 'FALSE',
    }),
    column('passage_opened', 'boolean', 'Passage opened', 'Always empty: it is not recorded.'),
    column(
      'time_s',
      'integer',
      'Time',
      'Whole seconds between the answer before, or the start of the attempt, and this answer.',
      { unit: 's' },
    ),
    column(
      'answered_at',
      'time',
      'Answered',
      'When the answer arrived; empty where there is none.',
    ),
  ],
);

/** A row of `responses.csv`. */
export type ResponsesRow = RowOf<typeof responses>;
