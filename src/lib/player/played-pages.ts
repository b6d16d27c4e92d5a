import { askItem, reviewItem } from '../item-types/asked-item.ts';
import { resultRow, type ResultRow } from '../item-types/result-row.ts';
import { comparedEvidence, revealItem, type Shelf } from '../item-types/reveal-item.ts';
import type { Say } from '../messages/say.ts';
import type { PackageContent } from '../formats/package-content.ts';
import { textFragmentUrl } from '../passage/text-fragment.ts';
import { certaintyMark } from '../quiz/certainty-marks.ts';
import { drawSeedOf } from '../quiz/draw.ts';
import type { GivenAnswer } from '../quiz/given-answer.ts';
import type { Item } from '../quiz/item.ts';
import type { AskedItem, ReviewedItem } from '../quiz/item-page.ts';
import type { Evidence, Reveal } from '../quiz/reveal.ts';
import type { PlayedAttempt } from './attempt.ts';

/** What the pages of a package are made from. */
export interface PageContext {
  readonly library: Shelf;
  readonly say: Say;
}

/** An item of an attempt, and what became of it where it is answered. */
export interface PlayedPage {
  readonly stem: string;
  /** From 1. */
  readonly position: number;
  readonly compared: readonly Evidence[];
  readonly version: number;
  readonly question: AskedItem;
  readonly answered: {
    /** Null where the response was not kept. */
    readonly reviewed: ReviewedItem | null;
    readonly reveal: Reveal;
    readonly certaintyMark: number;
  } | null;
}

/** The cards of a package; a passage's place is at its publisher's, where the card has an address. */
export function shelfOf({ sources }: Pick<PackageContent, 'sources'>): Shelf {
  const byId = new Map(sources.map((source) => [source.id, source]));
  return {
    sources: byId,
    contextOf({ exact, source }) {
      const url = byId.get(source)?.url ?? null;
      return url === null ? null : { href: textFragmentUrl(url, exact), before: null, after: null };
    },
  };
}

/** The page of an item. */
export function playedPage(
  { library, say }: PageContext,
  attempt: PlayedAttempt,
  item: Item,
): PlayedPage {
  const answer = attempt.answers.get(item.id);
  const seed = drawSeedOf(attempt, item);
  return {
    stem: item.stem,
    position: attempt.items.indexOf(item) + 1,
    compared: comparedEvidence(library, item),
    version: item.version,
    question: askItem(item, seed, say),
    answered: answer
      ? {
          reviewed: reviewItem(item, seed, answer.response, say),
          reveal: revealItem({ library, say }, item, answer),
          certaintyMark: certaintyMark(answer, answer.certainty),
        }
      : null,
  };
}

/** The rows of the results, in the order in which the items were asked. */
export function resultRows(context: PageContext, { answers, items }: PlayedAttempt): ResultRow[] {
  return items.flatMap((item, index) => {
    const answer: GivenAnswer | undefined = answers.get(item.id);
    return answer ? [resultRow(context, { item, position: index + 1, answer })] : [];
  });
}
