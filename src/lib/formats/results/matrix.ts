import { column } from '../column.ts';
import { dataFile, type DataFile } from '../data-file.ts';

const learner = column('learner_id', 'id', 'Learner', 'Opaque id, as in gradebook.csv.');

/** A row of `matrix.csv`: `learner_id`, and a score from 0 to 1 under each item id. */
export type MatrixRow = { readonly learner_id: string } & Readonly<
  Record<string, string | number | null>
>;

/** `matrix.csv`: one row a learner, one column an item of the quiz, in this order. */
export function matrix(itemIds: readonly string[]): DataFile<readonly (typeof learner)[]> {
  const ofItem = (itemId: string) =>
    column(
      itemId,
      'number',
      'Item score',
      'Points ÷ maximum in the first completed attempt; 0 where skipped or not reached, empty where not presented or dropped. psych, psychometric: one column of the score matrix.',
      { unit: 'share', values: '0–1' },
    );
  const all: readonly unknown[] = [learner, ...itemIds.map(ofItem)];
  return dataFile(
    'matrix.csv',
    'One row a learner and one column an item, scores from 0 to 1: for psych, psychometric and Excel.',
    all as readonly (typeof learner)[],
  );
}
