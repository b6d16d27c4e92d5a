import { interactionOf } from '../formats/interaction.ts';
import type { PackageContent } from '../formats/package-content.ts';
import type { Fields } from '../item-types/contract.ts';
import { rulesFor } from '../item-types/rules.ts';
import { speakCompiled } from '../messages/compiled-speaker.ts';
import type { Speaker } from '../messages/say.ts';
import type { GivenAnswer } from '../quiz/given-answer.ts';
import type { Item } from '../quiz/item.ts';
import { answerItem, beginAttempt, openItemOf, standingOf, type PlayedAttempt } from './attempt.ts';
import { readState, writeState } from './attempt-state.ts';
import { playedPage, resultsPage, shelfOf, type PlayedView } from './played-pages.ts';
import type { Opened, Tracker } from './tracker.ts';

/** What a play needs from outside. */
export interface PlayPlace {
  readonly content: PackageContent;
  readonly tracker: Tracker;
  readonly opened: Opened;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  /** The seed of a new attempt. */
  readonly makeSeed: () => string;
}

/** A quiz being played. Where a promise is given, what is shown has changed already. */
export interface Play {
  readonly speaker: Speaker;
  /** What is to be shown now. */
  readonly view: () => PlayedView;
  /** Takes an answer to the item in view; resolves once the course was told, or could not be. */
  readonly answer: (fields: Fields) => Promise<void>;
  /** Goes on to the next open item, or to the results. */
  readonly goOn: () => void;
  /** Begins a new attempt, in a new draw. */
  readonly begin: () => void;
  /** Tells the course again what it has not taken. */
  readonly tellAgain: () => Promise<void>;
}

/** Plays a package from where it was left. */
export function makePlay({ content, makeSeed, now, opened, tracker }: PlayPlace): Play {
  const speaker = speakCompiled(content.speech);
  const context = { content, library: shelfOf(content), say: speaker.say };
  const { masteryShare } = opened;
  const markPercent = masteryShare === null ? content.options.passPercent : masteryShare * 100;
  let attempt = readState(content, opened.state) ?? beginAttempt(content, makeSeed());
  let shown = openItemOf(attempt);
  let shownAt = now();
  let refused: PlayedView['refused'] = null;
  let isUntold = false;

  const goOn = (): void => {
    shown = openItemOf(attempt);
    refused = null;
    shownAt = now();
  };
  return {
    speaker,
    view: () => ({
      isTracked: opened.isTracked,
      isBrowsed: opened.isBrowsed ?? false,
      returnUrl: opened.returnUrl ?? null,
      isUntold,
      refused,
      edition: content.edition,
      bank: content.bank,
      page: shown
        ? playedPage(context, attempt, shown)
        : resultsPage(context, attempt, markPercent),
    }),
    async answer(fields) {
      if (!shown) return;
      const item = shown;
      const read = answerItem(attempt, item, fields, { say: speaker.say, atMs: now() });
      refused = read.ok ? null : { problem: read.message, given: Object.fromEntries(fields) };
      if (!read.ok) return;
      attempt = read.response;
      const standing = standingOf(attempt, markPercent);
      const told = toldAnswer(attempt, item, speaker, shownAt);
      const state = (longest: number) => writeState(read.response, longest);
      isUntold = told !== null && !(await tracker.answered(told, state, standing));
    },
    goOn,
    begin() {
      attempt = beginAttempt(content, makeSeed());
      goOn();
    },
    async tellAgain() {
      isUntold = !(await tracker.again());
    },
  };
}

/** An answer as a tracker is told of it. */
function toldAnswer({ answers }: PlayedAttempt, item: Item, { say }: Speaker, shownAt: number) {
  const given: GivenAnswer | undefined = answers.get(item.id);
  const response = given && rulesFor(item).restore(given.response);
  if (!given || !response) return null;
  const { answeredAt } = given;
  return {
    interaction: interactionOf(item, response, given, say),
    answeredAt,
    latencyMs: Math.max(0, answeredAt - shownAt),
  };
}
