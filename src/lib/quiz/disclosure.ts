import type { Passage } from '../passage/passage.ts';
import type { Item } from './item.ts';

/** The passages that a question shows before it is answered: laid side by side, or to pick from. */
function shownPassages(item: Item): readonly Passage[] {
  const compared = item.passages.filter(({ source }) => item.compare.includes(source));
  const offered = 'sentences' in item ? item.sentences.map(({ passage }) => passage) : [];
  return [...compared, ...offered];
}

/** True where one passage holds the other, word for word. */
function overlap(one: Passage, other: Passage): boolean {
  return (
    one.source === other.source &&
    (one.exact.includes(other.exact) || other.exact.includes(one.exact))
  );
}

/**
 * The other items whose proof a question shows before it is answered. In a quiz they have been
 * answered by then; where all questions lie open at once, it would give their answers away.
 */
export function disclosedBy(item: Item, others: readonly Item[]): Item[] {
  const shown = shownPassages(item);
  return others.filter(
    (other) =>
      other !== item &&
      other.passages.some(
        (passage) => !passage.near && shown.some((each) => overlap(each, passage)),
      ),
  );
}
