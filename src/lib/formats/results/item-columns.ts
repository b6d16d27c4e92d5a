/** The header of an item's column: `q01:{item_id}`, its place in the quiz counted from 0. */
export function itemColumnName(itemId: string, index: number): `q${string}` {
  return `q${String(index + 1).padStart(2, '0')}:${itemId}`;
}
