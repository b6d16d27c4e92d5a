import { readDeliveryOptions, type DeliveryOptions } from '../../quiz/delivery-options.ts';
import type { Say } from '../../messages/say.ts';
import { chooseSpoken } from '../../messages/languages.ts';
import type { Bank } from '../../quiz/item.ts';
import { describeOptionFaults, readBankOptions } from '../../quiz/option-faults.ts';
import { carriedSecret } from '../carried-owner.ts';

/** The options that the address of an embed carries. */
export function embedOptions(url: URL): DeliveryOptions {
  return readDeliveryOptions((name) => url.searchParams.get(name)).options;
}

/** What is to be told to the author of an address, each fault with its mend. */
export function optionNotes(url: URL, bank: Bank, say: Say): string[] {
  const speaks = (language: string) => chooseSpoken(language) !== null;
  const { faults } = readBankOptions(url.searchParams, bank, { isExpected, speaks });
  if (faults === null) return [];
  return describeOptionFaults(faults, bank, say).map((fault) => say('embed.leftOut', { fault }));
}

/** Ours beside the options, an action's name, or what campaigns and hosts hang on every link. */
function isExpected(name: string): boolean {
  return ['bank', 'as'].includes(name) || /^(?:\/|utm_|x-sveltekit)/.test(name);
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
