import type { Say } from '../../messages/say.ts';
import { rulesFor } from '../../item-types/rules.ts';
import {
  optionDistribution,
  writtenDistribution,
  type Distribution,
} from '../../quiz/distribution.ts';
import type { Item } from '../../quiz/item.ts';

/** An answer or a vote, as it is counted. */
export interface Counted {
  readonly itemVersion: number;
  /** As stored. */
  readonly response: unknown;
  readonly correct: boolean;
}

/** Counts answers to the present version of an item. */
export function itemDistribution(item: Item, answers: readonly Counted[], say: Say): Distribution {
  const rules = rulesFor(item);
  const options = rules.tabled.options(item, say);
  const given = answers.flatMap(({ correct, itemVersion, response: stored }) => {
    const response = itemVersion === item.version ? rules.restore(stored) : null;
    return response === null ? [] : [{ response, correct }];
  });
  if (options.length > 0) {
    const chosen = given.map(({ response }) => rules.tabled.chosen(response));
    return optionDistribution(options, chosen);
  }
  return writtenDistribution(
    given.map(({ response, correct }) => ({
      written: rules.tabled.response(response),
      label: rules.account(item, response, say).given,
      isKey: correct,
    })),
  );
}
