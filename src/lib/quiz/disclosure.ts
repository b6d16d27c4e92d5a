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

/**
 * Items in parts to be handed out one after the other, so that each item comes later than those whose
 * proof it shows. Of items that show each other’s, the first goes first.
 */
export function partsOf(items: readonly Item[]): Item[][] {
  const disclosed = new Map(items.map((item) => [item, disclosedBy(item, items)]));
  const parts: Item[][] = [];
  let left = [...items];
  while (left.length > 0) {
    const waits = (item: Item) => disclosed.get(item)?.some((other) => left.includes(other));
    const ready = left.filter((item) => !waits(item));
    const part = ready.length > 0 ? ready : left.slice(0, 1);
    parts.push(part);
    left = left.filter((item) => !part.includes(item));
  }
  return parts;
}
