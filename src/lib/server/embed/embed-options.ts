import {
  optionNames,
  readDeliveryOptions,
  type DeliveryOptions,
  type OptionFault,
} from '../../quiz/delivery-options.ts';
import type { Bank } from '../../quiz/item.ts';
import { carriedSecret } from '../carried-owner.ts';

/** What an author wrote into an address and nobody can follow. */
export interface OptionFaults {
  readonly values: readonly OptionFault[];
  /** Names that are no options. */
  readonly unknown: readonly string[];
  /** Ids that the bank has no item of. */
  readonly items: readonly string[];
}

/** The options that the address of an embed carries. */
export function embedOptions(url: URL): DeliveryOptions {
  return readDeliveryOptions((name) => url.searchParams.get(name)).options;
}

/** What is to be told to the author of an address; null where there is nothing. */
export function optionFaults(url: URL, bank: Bank): OptionFaults | null {
  const { faults, options } = readDeliveryOptions((name) => url.searchParams.get(name));
  const known = new Set<string>(bank.items.map(({ id }) => id));
  const unknown = [...new Set(url.searchParams.keys())].filter((name) => !isExpected(name));
  const items = options.items?.filter((id) => !known.has(id)) ?? [];
  return faults.length + unknown.length + items.length === 0
    ? null
    : { values: faults, unknown, items };
}

/** Ours, an action's name, or what campaigns and hosts hang on every link. */
function isExpected(name: string): boolean {
  return [...optionNames, 'bank', 'as'].includes(name) || /^(?:\/|utm_|x-sveltekit)/.test(name);
}

/** Who is asking on `/embed/…`: by a header, or by the address where there is no script. */
export interface EmbedCaller {
  /** Null for a frame that has just been opened. */
  readonly secret: string | null;
  /** True where links and forms need to carry the secret on. */
  readonly isCarried: boolean;
}

const bearerForm = /^Bearer ([A-Za-z0-9_-]{43})$/;

/** Reads who is asking; cookies are not looked at. */
export function embedCaller(authorization: string | null, url: URL): EmbedCaller {
  const bearer = bearerForm.exec(authorization ?? '')?.[1];
  if (bearer !== undefined) return { secret: bearer, isCarried: false };
  return { secret: carriedSecret(url), isCarried: true };
}
