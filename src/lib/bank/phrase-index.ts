import { wordsOf } from '../passage/words.ts';

/** Finds the texts (by their position) that state a phrase, whatever its case and punctuation. */
export type FindPhrase = (phrase: string) => readonly number[];

/**
 * Prepares texts for many searches: a phrase is looked for only where its rarest word stands, so that
 * the time of a search does not grow with the number of texts.
 */
export function indexPhrases(texts: readonly string[]): FindPhrase {
  const folded: string[] = [];
  const places = new Map<string, number[]>();
  texts.forEach((text, position) => {
    const words = wordsOf(text);
    folded.push(` ${words.join(' ')} `);
    for (const word of new Set(words)) {
      const known = places.get(word);
      if (known) known.push(position);
      else places.set(word, [position]);
    }
  });
  return (phrase) => {
    const words = wordsOf(phrase);
    const [rarest = []] = words
      .map((word) => places.get(word) ?? [])
      .sort((one, other) => one.length - other.length);
    const sought = ` ${words.join(' ')} `;
    return rarest.filter((position) => folded[position]?.includes(sought));
  };
}
