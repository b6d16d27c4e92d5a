import { stormItems, type GivenAnswer } from '../storm.ts';

/** The points of the fixture bank's items: two for a verdict with its passage, else one. */
export const mostPoints = (item: string) => (item === 'hurt' ? 2 : 1);
export const allPoints = stormItems.reduce((sum, { id }) => sum + mostPoints(id), 0);

/** An answer as the test gave it: what is counted anew, by nothing of the project's own. */
export interface Noted {
  readonly learner: string;
  /** From 1. */
  readonly attemptNo: number;
  readonly item: string;
  readonly isRight: boolean;
  readonly given: GivenAnswer;
  /** In percent; null where nothing was said. */
  readonly certainty: number | null;
}

/** What was answered, noted down beside the app, and what must follow from it. */
export class Ledger {
  readonly #noted: Noted[] = [];

  note(answer: Noted): void {
    this.#noted.push(answer);
  }

  get size(): number {
    return this.#noted.length;
  }

  learners(): string[] {
    return [...new Set(this.#noted.map(({ learner }) => learner))].toSorted();
  }

  of(learner: string, attemptNo: number): Noted[] {
    return this.#noted.filter((each) => each.learner === learner && each.attemptNo === attemptNo);
  }

  attempts(learner: string): number {
    return Math.max(
      ...this.#noted.filter((each) => each.learner === learner).map((each) => each.attemptNo),
    );
  }

  isComplete(learner: string, attemptNo: number): boolean {
    return this.of(learner, attemptNo).length === stormItems.length;
  }

  pointsOf(learner: string, attemptNo: number): number {
    const right = this.of(learner, attemptNo).filter(({ isRight }) => isRight);
    return right.reduce((sum, { item }) => sum + mostPoints(item), 0);
  }

  /** Every learner's first attempt, whole or not: what a teacher sees live. */
  first(item: string): Noted[] {
    return this.#noted.filter((each) => each.item === item && each.attemptNo === 1);
  }

  /** The first whole attempts: what statistics rest on. */
  whole(item: string): Noted[] {
    return this.first(item).filter(({ learner }) => this.isComplete(learner, 1));
  }
}

/** Whether so many learners chose this option among these answers. */
export function chosen(noted: readonly Noted[], label: string): number {
  return noted.filter(({ given }) => Array.isArray(given) && given.includes(label)).length;
}

const certainties = [null, 60, 75, 90, 99] as const;

/** What a learner answers: mixed, and the same at every run. */
export function planned(number: number, attemptNo: number, index: number) {
  const drawn = (number * 7 + index * 11 + attemptNo * 5 + ((number * index) % 6)) % 10;
  return {
    isRight: drawn < 4 + (number % 4),
    certainty: certainties[(number + index * 2) % certainties.length] ?? null,
  };
}
