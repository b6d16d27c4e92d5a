import type { PackageContent } from '../formats/package-content.ts';
import type { Fields, Reading } from '../item-types/contract.ts';
import { rulesFor } from '../item-types/rules.ts';
import { isCurrent, scoreFields } from '../item-types/score-fields.ts';
import type { Say } from '../messages/say.ts';
import { chooseItems } from '../quiz/delivery-options.ts';
import type { GivenAnswer } from '../quiz/given-answer.ts';
import { judge } from '../quiz/grade.ts';
import type { ItemId } from '../quiz/ids.ts';
import type { Item } from '../quiz/item.ts';
import type { Standing } from './tracker.ts';

/** One sitting at the quiz of a package. */
export interface PlayedAttempt {
  /** From it every draw follows. */
  readonly seed: string;
  /** In the order in which they are asked. */
  readonly items: readonly Item[];
  readonly answers: ReadonlyMap<ItemId, GivenAnswer>;
}

/** A new attempt at the items that its seed draws. */
export function beginAttempt(
  { bank, options }: Pick<PackageContent, 'bank' | 'options'>,
  seed: string,
): PlayedAttempt {
  const ids = bank.items.map(({ id }) => id);
  const itemOf = new Map(bank.items.map((item) => [item.id, item]));
  const chosen = chooseItems(ids, { ...options, items: null }, seed);
  return { seed, items: chosen.flatMap((id) => itemOf.get(id) ?? []), answers: new Map() };
}

/** The first item without an answer; null where none is left. */
export function openItemOf({ answers, items }: PlayedAttempt): Item | null {
  return items.find(({ id }) => !answers.has(id)) ?? null;
}

/** Scores a form and adds its answer, or says in words why it can't be taken. */
export function answerItem(
  attempt: PlayedAttempt,
  item: Item,
  fields: Fields,
  now: { readonly say: Say; readonly atMs: number },
): Reading<PlayedAttempt> {
  if (!isCurrent(item, fields)) return { ok: false, message: now.say('refusal.revised') };
  const scored = scoreFields(attempt, item, fields, now.say);
  if (!scored.ok) return scored;
  const answer = { ...scored.response, answeredAt: now.atMs };
  return {
    ok: true,
    response: { ...attempt, answers: new Map([...attempt.answers, [item.id, answer]]) },
  };
}

/** What an attempt has come to; `markPercent`: from which percent on it is passed, or null. */
export function standingOf(attempt: PlayedAttempt, markPercent: number | null): Standing {
  const answers = [...attempt.answers.values()];
  const points = answers.reduce((sum, answer) => sum + answer.points, 0);
  const maxPoints = attempt.items.reduce((sum, item) => sum + rulesFor(item).tabled.maxPoints, 0);
  return {
    points,
    maxPoints,
    isFinished: openItemOf(attempt) === null,
    isPassed: judge({ points, maxPoints }, markPercent)?.passed ?? null,
  };
}
