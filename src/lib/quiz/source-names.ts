/** How running text calls each source of a bank, by its id. */
export type SourceNames = Readonly<Record<string, string>>;

/** Quoted sentences with the names of their sources in the place of their ids. */
export function withSourceNames<Sentence extends { readonly source: string }>(
  sentences: readonly Sentence[],
  names: SourceNames,
): Sentence[] {
  return sentences.map((sentence) => ({
    ...sentence,
    source: names[sentence.source] ?? sentence.source,
  }));
}
