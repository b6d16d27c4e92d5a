/** The header of an item's column: `q01:{item_id}`. */
export type ItemColumnName = `q${number}:${string}`;

/** The header of an item's column, by the item's place in the quiz, counted from 0. */
export function itemColumnName(itemId: string, index: number): ItemColumnName {
  return `q${String(index + 1).padStart(2, '0') as `${number}`}:${itemId}`;
}
