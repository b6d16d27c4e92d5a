/** The signs behind which a spreadsheet looks for a formula. */
export const signsOfFormulas = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
/** What may not stand before everything else in a cell. */
export const lineBreaks = ['\t', '\r', '\n'];

/** What a reader sees first, found sign by sign; empty where nothing is seen. */
function firstSeen(text: string): string {
  const isSeen = (sign: string) =>
    sign.trim() !== '' &&
    sign !== '\u2800' &&
    !/[\p{C}\p{Default_Ignorable_Code_Point}]/u.test(sign);
  return [...text].find(isSeen) ?? '';
}

/** True for a text of which a spreadsheet could run nothing, found without the guard's own rules. */
export function isHarmless(cell: string): boolean {
  return !lineBreaks.includes(cell[0] ?? '') && !signsOfFormulas.includes(firstSeen(cell));
}
