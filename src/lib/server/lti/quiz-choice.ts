import { isSlug } from '../../passage/source.ts';
import {
  plainDelivery,
  readDeliveryOptions,
  writeDeliveryOptions,
  type DeliveryOptions,
} from '../../quiz/delivery-options.ts';
import type { BankId } from '../../quiz/ids.ts';
import type { Bank } from '../../quiz/item.ts';
import type { LaunchFacts } from './launch-claims.ts';
import type { LtiContext } from './lti-context.ts';

/** The quiz that a link names, with its options. */
export interface QuizChoice {
  readonly bank: Bank;
  readonly options: DeliveryOptions;
}

/** What a link says of its quiz; `named`: the bank’s name where none of this name is served. */
export interface NamedChoice {
  readonly choice: QuizChoice | null;
  readonly named: string | null;
}

/**
 * Reads which quiz a link means, by its custom parameters or the query of its address: courses that are
 * copied or imported keep one of the two.
 */
export function readChoice(
  { library }: Pick<LtiContext, 'library'>,
  { custom, target }: Pick<LaunchFacts, 'custom' | 'target'>,
): NamedChoice {
  const query = URL.canParse(target) ? new URL(target).searchParams : new URLSearchParams();
  const bankOf = (id: string | null | undefined) =>
    id && isSlug(id) ? library.banks.get(id as BankId) : undefined;
  const bank = bankOf(custom['bank']) ?? bankOf(query.get('bank'));
  const named = custom['bank'] ?? query.get('bank');
  if (!bank) return { choice: null, named };
  const { options } = readDeliveryOptions((name) => custom[name] ?? query.get(name));
  return { choice: { bank, options }, named };
}

/** A choice as it is written behind an address and into custom parameters. */
export function writeChoice({ bank, options }: QuizChoice): (readonly [string, string])[] {
  return [['bank', bank.id], ...writeDeliveryOptions(options)];
}

/** What of a choice decides the assignment: with another theme or pass mark it stays the same. */
export function decidingChoice({ bank, options }: QuizChoice): string {
  const { draw, items, order } = options;
  const deciding = writeChoice({ bank, options: { ...plainDelivery, draw, items, order } });
  return String(new URLSearchParams(deciding.map((pair) => [...pair])));
}

/** A choice as a link has it: what decides the assignment, and the pass mark that was named with it. */
export function keptChoice(choice: QuizChoice): string {
  const kept = new URLSearchParams(decidingChoice(choice));
  const { passPercent } = choice.options;
  if (passPercent !== null) kept.set('pass', String(passPercent));
  return String(kept);
}

/** What of a text that {@link keptChoice} made decides the assignment. */
export function decidingIn(kept: string): string {
  const deciding = new URLSearchParams(kept);
  deciding.delete('pass');
  return String(deciding);
}

/** The choice by which an assignment was made, from {@link keptChoice}; null where its bank is not served. */
export function choiceOf(context: Pick<LtiContext, 'library'>, kept: string): QuizChoice | null {
  const target = `http://localhost/?${decidingIn(kept)}`;
  return readChoice(context, { custom: {}, target }).choice;
}
