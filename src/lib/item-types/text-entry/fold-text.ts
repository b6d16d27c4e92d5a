/**
 * The form in which short texts are compared: compatibility forms, case, accents and punctuation
 * evened (Unicode NFKD and case folding), spaces taken out. A text of nothing but signs keeps them.
 * Folding twice changes nothing.
 */
export function foldText(text: string): string {
  const cased = caseless(text.normalize('NFKD'));
  const bare = caseless(cased.replace(/\p{M}+/gu, '').normalize('NFKD')).replace(/\p{M}+/gu, '');
  const telling = bare.replace(/[^\p{L}\p{N}\p{S}]+/gu, '');
  return telling === '' ? bare.replace(/\s+/g, '') : telling;
}

/** Full case folding by way of capitals: “ß” meets “SS”, a final “ς” meets “σ”. */
function caseless(text: string): string {
  return text.toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFKD');
}
