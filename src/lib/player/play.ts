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

/** What changes while a quiz is played. */
interface Playing {
  attempt: PlayedAttempt;
  /** The item in view; null where the results are. */
  shown: Item | null;
  shownAt: number;
  refused: PlayedView['refused'];
  isUntold: boolean;
}

/** Plays a package from where it was left. */
export function makePlay(place: PlayPlace): Play {
  const { content, makeSeed, now, opened, tracker } = place;
  const speaker = speakCompiled(content.speech);
  const context = { content, library: shelfOf(content), say: speaker.say };
  const isOver = (): boolean => tracker.isOver?.() ?? false;
  const { masteryShare } = opened;
  const markPercent = masteryShare === null ? content.options.passPercent : masteryShare * 100;
  const attempt = readState(content, opened.state) ?? beginAttempt(content, makeSeed());
  const shown = openItemOf(attempt);
  const playing: Playing = { attempt, shown, shownAt: now(), refused: null, isUntold: false };
  const goOn = (): void => {
    Object.assign(playing, { shown: openItemOf(playing.attempt), shownAt: now(), refused: null });
  };
  return {
    speaker,
    view: () => ({
      ...{ isBrowsed: opened.isBrowsed ?? false, returnUrl: opened.returnUrl ?? null },
      ...{ isKept: opened.isTracked && content.kind !== 'web' && !isOver(), isOver: isOver() },
      ...{ isTracked: opened.isTracked, isUntold: playing.isUntold, refused: playing.refused },
      ...{ edition: content.edition, bank: content.bank },
      page: playing.shown
        ? playedPage(context, playing.attempt, playing.shown)
        : resultsPage(context, playing.attempt, markPercent),
    }),
    answer: (fields) => takeAnswer({ ...place, markPercent, speaker }, playing, fields),
    goOn,
    begin() {
      playing.attempt = beginAttempt(content, makeSeed());
      goOn();
    },
    async tellAgain() {
      playing.isUntold = !(await tracker.again());
    },
  };
}

async function takeAnswer(
  place: PlayPlace & Pick<Play, 'speaker'> & { readonly markPercent: number | null },
  playing: Playing,
  fields: Fields,
): Promise<void> {
  const { markPercent, now, speaker, tracker } = place;
  const { shown, shownAt } = playing;
  if (!shown) return;
  const read = answerItem(playing.attempt, shown, fields, { say: speaker.say, atMs: now() });
  playing.refused = read.ok ? null : { problem: read.message, given: Object.fromEntries(fields) };
  if (!read.ok) return;
  const attempt = read.response;
  playing.attempt = attempt;
  const told = toldAnswer(attempt, shown, speaker, shownAt);
  const state = (longest: number) => writeState(attempt, longest);
  const standing = standingOf(attempt, markPercent);
  playing.isUntold = told !== null && !(await tracker.answered(told, state, standing));
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
