/** Stands for a decimal point or comma in a folded text: a sign that no text has of itself. */
export const decimalMark = '⎖';

/** A decimal number: one mark between figures, unless it sets off thousands (“1,200”) or a date. */
const decimal = /(?<!\p{Nd}[.,]?)(\p{Nd}+)[.,](?!\p{Nd}{3}(?!\p{Nd}))(\p{Nd}+)(?![.,]?\p{Nd})/gu;

/** Joiners, signs of direction and fillers, which no reader sees. */
const invisible = /[\p{C}\p{Default_Ignorable_Code_Point}]+/gu;

/**
 * Marks that a reader may leave out. In other scripts a mark is a vowel, a tone, or what tells “が”
 * from “か”.
 */
const accent =
  /(?![\u3099\u309A])(?=\p{M})[\p{sc=Zinh}\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}]/gu;

/**
 * The form in which short texts are compared: compatibility forms, case, accents and punctuation
 * evened (Unicode NFKD and case folding), spaces taken out. A text of nothing but signs keeps them,
 * and a number its decimal mark. Folding twice changes nothing.
 */
export function foldText(text: string): string {
  const cased = caseless(text.replace(invisible, '').normalize('NFKD'));
  const bare = withoutAccents(caseless(withoutAccents(cased).normalize('NFKD')));
  const telling = bare
    .replace(decimal, `$1${decimalMark}$2`)
    .replace(/[^\p{L}\p{M}\p{N}\p{S}]+/gu, '')
    .normalize('NFKD');
  return telling === '' ? bare.replace(/\s+/g, '') : telling;
}

function withoutAccents(text: string): string {
  return text.replace(accent, '');
}

/** Full case folding by way of capitals: “ß” meets “SS”, a final “ς” meets “σ”. */
function caseless(text: string): string {
  return text.toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFKD');
}
