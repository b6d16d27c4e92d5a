/**
 * What an author wrote after a colon (`Why: the …`) as a sentence of its own: its first letter in
 * upper case, unless the first word has one already, as a name such as “eWEEK” has.
 */
export function asSentence(text: string, language: string): string {
  const [, opening = '', word = ''] = /^([“‘"']*)(\p{L}[\p{L}\p{M}’']*)/u.exec(text) ?? [];
  if (word === '' || /\p{Lu}/u.test(word)) return text;
  const [first = ''] = word;
  return opening + first.toLocaleUpperCase(language) + text.slice(opening.length + first.length);
}
