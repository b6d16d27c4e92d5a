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

/**
 * Reads the options of a bank as a query names them, with all that can't be followed; null for none of
 * it. `isExpected`: names that are no options and mean something else.
 */
export function readBankOptions(
  query: URLSearchParams,
  bank: Pick<Bank, 'items'>,
  isExpected: (name: string) => boolean = () => false,
): { readonly options: DeliveryOptions; readonly faults: OptionFaults | null } {
  const { faults: values, options } = readDeliveryOptions((name) => query.get(name));
  const known = new Set<string>(bank.items.map(({ id }) => id));
  const unknown = [...new Set(query.keys())].filter((name) => !isOption(name) && !isExpected(name));
  const items = options.items?.filter((id) => !known.has(id)) ?? [];
  const count = values.length + unknown.length + items.length;
  return { options, faults: count === 0 ? null : { values, unknown, items } };
}

function isOption(name: string): boolean {
  return optionNames.some((each) => each === name);
}
