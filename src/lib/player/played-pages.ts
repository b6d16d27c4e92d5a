import type { Edition, PackageContent } from '../formats/package-content.ts';
import { askItem, reviewItem } from '../item-types/asked-item.ts';
import { resultRow, type ResultRow } from '../item-types/result-row.ts';
import { comparedEvidence, revealItem, type Shelf } from '../item-types/reveal-item.ts';
import type { Say } from '../messages/say.ts';
import { textFragmentUrl } from '../passage/text-fragment.ts';
import { certaintyMark } from '../quiz/certainty-marks.ts';
import { drawSeedOf } from '../quiz/draw.ts';
import { judge, type Judgement } from '../quiz/grade.ts';
import type { Item } from '../quiz/item.ts';
import type { AskedItem, ReviewedItem } from '../quiz/item-page.ts';
import { pointsText } from '../quiz/results.ts';
import type { Evidence, Reveal } from '../quiz/reveal.ts';
import type { SourceNames } from '../quiz/source-names.ts';
import { openItemOf, standingOf, type PlayedAttempt } from './attempt.ts';

/** What the pages of a package are made from. */
export interface PageContext {
  readonly content: PackageContent;
  readonly library: Shelf;
  readonly say: Say;
}

/** An item of an attempt, and what became of it where it is answered. */
export interface PlayedPage {
  readonly kind: 'item';
  readonly stem: string;
  /** From 1. */
  readonly position: number;
  readonly total: number;
  readonly answered: number;
  readonly compared: readonly Evidence[];
  readonly sourceNames: SourceNames;
  readonly version: number;
  readonly question: AskedItem;
  /** Null before the answer. */
  readonly revealed: {
    /** Null where the response was not kept. */
    readonly reviewed: ReviewedItem | null;
    readonly reveal: Reveal;
    /** Null with plain marking. */
    readonly certaintyMark: number | null;
    /** True where nothing is left to answer. */
    readonly isLast: boolean;
  } | null;
}

/** What an attempt came to, as the results of an embed show it. */
export interface PlayedResults {
  readonly kind: 'results';
  readonly points: string;
  readonly maxPoints: string;
  readonly right: number;
  readonly total: number;
  readonly questions: readonly ResultRow[];
  /** Null where no pass mark is set. */
  readonly judgement: Judgement | null;
}

/** All that is shown at one time. */
export interface PlayedView {
  readonly isTracked: boolean;
  /** True where the course system shows the quiz to be looked at, and is told nothing. */
  readonly isBrowsed: boolean;
  /** True where a course system is told, which keeps a pass and the best of several tries. */
  readonly isKept: boolean;
  /** Where the course goes on; null where the course system names no place. */
  readonly returnUrl: string | null;
  /** True once the course takes nothing more from this page. */
  readonly isOver: boolean;
  /** True where the course has not taken all that it was told. */
  readonly isUntold: boolean;
  /** An answer that can't be taken: why, and what it held. */
  readonly refused: {
    readonly problem: string;
    readonly given: Readonly<Record<string, readonly string[]>>;
  } | null;
  readonly edition: Edition;
  readonly bank: Pick<PackageContent['bank'], 'title' | 'language' | 'marking'>;
  readonly page: PlayedPage | PlayedResults;
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
export function playedPage(context: PageContext, attempt: PlayedAttempt, item: Item): PlayedPage {
  const { content, library, say } = context;
  return {
    kind: 'item',
    stem: item.stem,
    position: attempt.items.indexOf(item) + 1,
    total: attempt.items.length,
    answered: attempt.answers.size,
    compared: comparedEvidence(library, item),
    sourceNames: Object.fromEntries(content.sources.map(({ id, shortName }) => [id, shortName])),
    version: item.version,
    question: askItem(item, drawSeedOf(attempt, item), say),
    revealed: revealedPart(context, attempt, item),
  };
}

function revealedPart(
  { content, library, say }: PageContext,
  attempt: PlayedAttempt,
  item: Item,
): PlayedPage['revealed'] {
  const answer = attempt.answers.get(item.id);
  if (!answer) return null;
  const isMarked = content.bank.marking === 'certainty';
  return {
    reviewed: reviewItem(item, drawSeedOf(attempt, item), answer.response, say),
    reveal: revealItem({ library, say }, item, answer),
    certaintyMark: isMarked ? certaintyMark(answer, answer.certainty) : null,
    isLast: openItemOf(attempt) === null,
  };
}

/** The results, item by item in the order in which they were asked. */
export function resultsPage(
  context: PageContext,
  attempt: PlayedAttempt,
  markPercent: number | null,
): PlayedResults {
  const { maxPoints, points } = standingOf(attempt, markPercent);
  const questions = attempt.items.flatMap((item, index) => {
    const answer = attempt.answers.get(item.id);
    return answer ? [resultRow(context, { item, position: index + 1, answer })] : [];
  });
  return {
    kind: 'results',
    points: pointsText(points),
    maxPoints: pointsText(maxPoints),
    right: questions.filter(({ grade }) => grade === 'right').length,
    total: attempt.items.length,
    questions,
    judgement: judge({ points, maxPoints }, markPercent),
  };
}
