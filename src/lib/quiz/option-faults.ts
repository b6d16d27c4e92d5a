import type { Say } from '../messages/say.ts';
import {
  optionNames,
  readDeliveryOptions,
  type DeliveryOptions,
  type OptionFault,
} from './delivery-options.ts';
import type { Bank } from './item.ts';

/** What an author wrote among the options of a bank and nobody can follow. */
export interface OptionFaults {
  readonly values: readonly OptionFault[];
  /** Names that are no options. */
  readonly unknown: readonly string[];
  /** Ids that the bank has no item of. */
  readonly items: readonly string[];
}

/** What decides whether options can be followed. */
export interface OptionRules {
  /** True for a language in which the interface speaks. */
  readonly speaks: (language: string) => boolean;
  /** True for names that are no options and mean something else. */
  readonly isExpected?: (name: string) => boolean;
}

/**
 * Reads the options of a bank as a query names them, with all that can't be followed; null for none of
 * it.
 */
export function readBankOptions(
  query: URLSearchParams,
  bank: Pick<Bank, 'items'>,
  { isExpected = () => false, speaks }: OptionRules,
): { readonly options: DeliveryOptions; readonly faults: OptionFaults | null } {
  const { faults: unread, options } = readDeliveryOptions((name) => query.get(name));
  const known = new Set<string>(bank.items.map(({ id }) => id));
  const unknown = [...new Set(query.keys())].filter((name) => !isOption(name) && !isExpected(name));
  const items = options.items?.filter((id) => !known.has(id)) ?? [];
  const values = [...unread, ...beyond(options, known.size, speaks)];
  const count = values.length + unknown.length + items.length;
  return { options, faults: count === 0 ? null : { values, unknown, items } };
}

/** What is well written and can’t be had: more than there are, or a language that is not spoken. */
function beyond(
  { draw, items, language }: DeliveryOptions,
  bankSize: number,
  speaks: OptionRules['speaks'],
): OptionFault[] {
  const size = items?.length ?? bankSize;
  return [
    ...(draw !== null && draw > size ? [{ name: 'draw', value: String(draw) } as const] : []),
    ...(language !== null && !speaks(language) ? [{ name: 'lang', value: language } as const] : []),
  ];
}

/** Each fault with its mend, in words. */
export function describeOptionFaults(
  { items, unknown, values }: OptionFaults,
  bank: Pick<Bank, 'items'>,
  say: Say,
): string[] {
  const names = optionNames.join(', ');
  const known = bank.items.map(({ id }) => id).join(', ');
  return [
    ...values.map(({ name, value }) => say('option.bad', { name, value })),
    ...unknown.map((name) => say('option.unknown', { name, names })),
    ...items.map((item) => say('option.unknownItem', { item, known })),
  ];
}

function isOption(name: string): boolean {
  return optionNames.some((each) => each === name);
}
