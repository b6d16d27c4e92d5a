import { foldedName } from './learner.ts';
import type { TabledOption } from './tabled-option.ts';

/** How many gave one answer. */
export interface AnswerCount {
  /** The option's id; of a written answer the answer itself, folded. */
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly isKey: boolean;
}

/** How the answers of a class to one item are spread. */
export interface Distribution {
  /** How many answered. Where several may be chosen, the counts add up to more. */
  readonly n: number;
  /** Options in their authored order, chosen or not; written answers, the most frequent first. */
  readonly counts: readonly AnswerCount[];
  /** Written answers that are too rare to be shown. */
  readonly other: number;
}

/** A written or arranged answer. */
export interface WrittenAnswer {
  /** By it answers are told apart, whatever their case and blanks. */
  readonly written: string;
  /** In words, as it is shown. */
  readonly label: string;
  readonly isKey: boolean;
}

/** How often an answer of a learner's own must have been given to be shown. */
const leastShown = 2;
/** The most answers of that kind that are shown. */
const mostShown = 8;

/** Counts who chose what; `chosen` holds one answer's ids each. */
export function optionDistribution(
  options: readonly TabledOption[],
  chosen: readonly (readonly string[])[],
): Distribution {
  return {
    n: chosen.length,
    counts: options.map(({ id, label, isKey }) => ({
      id,
      label,
      isKey,
      count: chosen.filter((ids) => ids.includes(id)).length,
    })),
    other: 0,
  };
}

/** Counts written answers; those given once, and those beyond the eighth, are only added up. */
export function writtenDistribution(answers: readonly WrittenAnswer[]): Distribution {
  const groups = new Map<string, WrittenAnswer[]>();
  for (const answer of answers) {
    const id = foldedName(answer.written);
    groups.set(id, [...(groups.get(id) ?? []), answer]);
  }
  const counts = [...groups]
    .map(([id, alike]) => ({
      id,
      label: mostFrequent(alike.map(({ label }) => label)),
      count: alike.length,
      isKey: alike.some(({ isKey }) => isKey),
    }))
    .filter(({ count }) => count >= leastShown)
    .toSorted((one, other) => other.count - one.count || (one.id < other.id ? -1 : 1))
    .slice(0, mostShown);
  const shown = counts.reduce((sum, { count }) => sum + count, 0);
  return { n: answers.length, counts, other: answers.length - shown };
}

function mostFrequent(labels: readonly string[]): string {
  const times = (label: string) => labels.filter((each) => each === label).length;
  return labels.toSorted((one, other) => times(other) - times(one))[0] ?? '';
}
