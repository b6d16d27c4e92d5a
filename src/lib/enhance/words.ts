/**
 * What a script says: words that the server wrote on the page's main part, in the reader's language,
 * under this name. Their gaps, `{entry}`, are filled here.
 */
export function wordsOf(name: string, gaps: Readonly<Record<string, string>> = {}): string {
  const words = document.querySelector('main')?.dataset[name] ?? '';
  return words.replace(/\{(\w+)\}/g, (gap, of: string) => gaps[of] ?? gap);
}
