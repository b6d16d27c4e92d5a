/** Control characters (NUL too), apart from those with which a text is laid out. */
const control = /(?![\t\r\n])\p{Cc}/gu;
/** Embeddings, overrides and isolates: they turn what stands after them round. */
const direction = /[\u202A-\u202E\u2066-\u2069]/g;
/** What a spreadsheet takes for the beginning of a formula, behind blanks and signs that nobody sees. */
const formula =
  /^(?:[\t\r\n]|[\s\u2800\p{Z}\p{C}\p{Default_Ignorable_Code_Point}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u;

/**
 * True for a text that a spreadsheet might run (CWE-1236): its first visible character is one of
 * `= + - @` or their full-width forms, or it starts with a tab or a line break.
 */
export function isFormulaLike(text: string): boolean {
  return formula.test(text);
}

/**
 * A text as files show it: well-formed, no control characters but tab and line breaks, no overrides
 * of direction. Those are taken out rather than closed: one name must not turn round the cells beside
 * it, and a script that runs from right to left does so by its letters. `results.jsonl` keeps them.
 */
export function exportableText(text: string): string {
  return text.toWellFormed().replace(control, '').replace(direction, '');
}

/** The {@link exportableText}, with a `'` before what a spreadsheet might run. Give it no numbers. */
export function guardFormula(text: string): string {
  const plain = exportableText(text);
  return isFormulaLike(plain) ? `'${plain}` : plain;
}
