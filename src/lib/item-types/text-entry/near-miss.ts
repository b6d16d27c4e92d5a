import { decimalMark } from './fold-text.ts';

/** Letters from which on a text may hold one slip, and from which on two. */
const lengthFor = { one: 5, two: 10 };

/**
 * True where a folded text is a slip of the pen away from the folded right one: one letter missing,
 * extra, other or swapped with its neighbour, in long texts two. Figures must be the same: 2018 is no
 * slip for 2019.
 */
export function isNearMiss(given: string, right: string): boolean {
  if (given === right || figuresIn(given) !== figuresIn(right)) return false;
  const length = [...right].length;
  const most = length >= lengthFor.two ? 2 : length >= lengthFor.one ? 1 : 0;
  return Math.abs([...given].length - length) <= most && slipsBetween(given, right) <= most;
}

function figuresIn(text: string): string {
  return [...text].filter((sign) => sign === decimalMark || /\p{N}/u.test(sign)).join('');
}

/** Optimal string alignment: the least number of slips that turn one text into the other. */
function slipsBetween(one: string, other: string): number {
  const left = [...one];
  const right = [...other];
  const rows: number[][] = [right.map((_letter, index) => index + 1)];
  rows[0]?.unshift(0);
  const at = (row: number, column: number) => rows[row]?.[column] ?? Infinity;
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    rows.push(current);
    for (let column = 1; column <= right.length; column += 1) {
      const isSame = left[row - 1] === right[column - 1];
      const isSwapped =
        row > 1 &&
        column > 1 &&
        left[row - 1] === right[column - 2] &&
        left[row - 2] === right[column - 1];
      current[column] = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (isSame ? 0 : 1),
        isSwapped ? at(row - 2, column - 2) + 1 : Infinity,
      );
    }
  }
  return at(left.length, right.length);
}
