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
import { playedPage, resultRows, shelfOf, type PageContext } from './played-pages.ts';
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

/** A quiz being played: what is shown of it now, and what is told of it. */
export class Play {
  readonly content: PackageContent;
  readonly speaker: Speaker;
  readonly isTracked: boolean;
  /** From which percent on an attempt is passed, as the course says or else the package; or null. */
  readonly markPercent: number | null;
  attempt: PlayedAttempt = $state.raw() as PlayedAttempt;
  /** The item in view; null where the results are. */
  shown: Item | null = $state.raw(null);
  /** Why an answer can't be taken, in words. */
  problem: string | null = $state(null);
  /** True where the course has not taken all that it was told. */
  isUntold = $state(false);
  readonly page = $derived.by(
    () => this.shown && playedPage(this.#context, this.attempt, this.shown),
  );
  readonly standing = $derived.by(() => standingOf(this.attempt, this.markPercent));
  readonly rows = $derived.by(() => resultRows(this.#context, this.attempt));
  readonly isAllAnswered = $derived(openItemOf(this.attempt) === null);

  readonly #place: PlayPlace;
  readonly #context: PageContext;
  #shownAt: number;

  constructor(place: PlayPlace) {
    const { content, makeSeed, now, opened } = place;
    this.#place = place;
    this.content = content;
    this.speaker = speakCompiled(content.speech);
    this.#context = { library: shelfOf(content), say: this.speaker.say };
    this.isTracked = opened.isTracked;
    const { masteryShare } = opened;
    this.markPercent = masteryShare === null ? content.options.passPercent : masteryShare * 100;
    this.attempt = readState(content, opened.state) ?? beginAttempt(content, makeSeed());
    this.shown = openItemOf(this.attempt);
    this.#shownAt = now();
  }

  /** Shows the next item that is open, or the results. */
  goOn(): void {
    this.shown = openItemOf(this.attempt);
    this.problem = null;
    this.#shownAt = this.#place.now();
  }

  /** Begins a new attempt, in a new draw. */
  begin(): void {
    this.attempt = beginAttempt(this.content, this.#place.makeSeed());
    this.goOn();
  }

  /** Takes an answer to the item in view; resolves once the course has been told, or could not be. */
  async answer(fields: Fields): Promise<void> {
    const item = this.shown;
    if (!item) return;
    const now = { say: this.speaker.say, atMs: this.#place.now() };
    const read = answerItem(this.attempt, item, fields, now);
    this.problem = read.ok ? null : read.message;
    if (!read.ok) return;
    this.attempt = read.response;
    const given = read.response.answers.get(item.id);
    if (given) await this.#tell(item, given);
  }

  /** Tells the course again what it has not taken. */
  async tellAgain(): Promise<void> {
    this.isUntold = !(await this.#place.tracker.again());
  }

  async #tell(item: Item, given: GivenAnswer): Promise<void> {
    const { attempt, standing } = this;
    const response = rulesFor(item).restore(given.response);
    if (response === null) return;
    const { answeredAt } = given;
    const answered = {
      interaction: interactionOf(item, response, given, this.speaker.say),
      answeredAt,
      latencyMs: Math.max(0, answeredAt - this.#shownAt),
    };
    const write = (longest: number) => writeState(attempt, longest);
    this.isUntold = !(await this.#place.tracker.answered(answered, write, standing));
  }
}
