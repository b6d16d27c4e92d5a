import type { Certainty } from '../../quiz/certainty.ts';
import type { Revised } from '../../quiz/correction.ts';
import type { OwnerId } from '../../quiz/ids.ts';
import type { Evidence } from '../../quiz/reveal.ts';
import { resultsOf, type AnsweredPlace, type Results } from '../../quiz/results.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { listAttempts, type ListedAttempt } from '../attempts/list-attempts.ts';
import { evidenceOf } from '../../item-types/reveal-item.ts';
import { revisionSince } from '../../quiz/revision.ts';
import { scoredAnswer } from '../../item-types/scored-answer.ts';
import type { OwnedAnswer } from '../storage/store.ts';
import { listMisses } from './list-misses.ts';
import { readHistory, type ItemHistory } from './reading-history.ts';

/** A question to come back to. */
export interface RecordedMiss {
  /** `bank/item`. */
  readonly key: string;
  readonly title: string;
  readonly language: string;
  readonly stem: string;
  /** Where the answer can be seen. */
  readonly href: string;
  readonly certainty: Certainty | null;
  readonly isConfident: boolean;
  readonly isResting: boolean;
  readonly evidence: readonly Evidence[];
}

/** An answered question that was corrected since. */
export interface RecordedRevision extends Revised {
  readonly key: string;
  /** Of the question (BCP 47). */
  readonly language: string;
  readonly stem: string;
  readonly href: string;
}

/** What this browser has answered, across quizzes. */
export interface RecordPage {
  /** Of first answers. */
  readonly results: Results<string>;
  /** The question of each first answer and where it can be seen, by `bank/item`. */
  readonly answered: Readonly<Record<string, AnsweredPlace>>;
  readonly misses: readonly RecordedMiss[];
  /** How many misses can be answered again now, and how many of those were answered with confidence. */
  readonly waiting: { readonly all: number; readonly sure: number };
  readonly revised: readonly RecordedRevision[];
  readonly attempts: readonly ListedAttempt[];
}

/** The record of a browser; empty for one that has answered nothing. */
export async function showRecord(
  context: AttemptContext,
  owner: OwnerId | null,
): Promise<RecordPage> {
  const { library } = context;
  const histories = await readHistory(context, owner);
  const misses = listMisses(histories, context.now());
  const waiting = misses.filter(({ isResting }) => !isResting);
  return {
    results: resultsOf(
      histories.map(({ key, item, first }) => scoredAnswer(context, key, item, first)),
    ),
    answered: Object.fromEntries(
      histories.map(({ key, item, first }) => [
        key,
        { stem: item.stem, language: item.language, href: hrefOf(first) },
      ]),
    ),
    misses: misses.map((miss) => ({
      key: miss.key,
      title: miss.bank.title,
      language: miss.bank.language,
      stem: miss.item.stem,
      href: hrefOf(miss.latest),
      certainty: miss.latest.certainty,
      isConfident: miss.isConfident,
      isResting: miss.isResting,
      evidence: evidenceOf(library, miss.item),
    })),
    waiting: { all: waiting.length, sure: waiting.filter((miss) => miss.isConfident).length },
    revised: histories.flatMap(revisedOf),
    attempts: await listAttempts(context, owner),
  };
}

/** Where an answer can be seen. */
function hrefOf({ attemptId, itemId }: OwnedAnswer): string {
  return `/attempts/${attemptId}/items/${itemId}`;
}

function revisedOf({ key, item, latest }: ItemHistory): RecordedRevision[] {
  const revision = revisionSince(item, latest);
  const { language, stem } = item;
  return revision ? [{ ...revision, key, language, stem, href: hrefOf(latest) }] : [];
}
