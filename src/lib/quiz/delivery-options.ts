import { isSlug } from '../passage/source.ts';
import { seededRandom, shuffle } from './draw.ts';
import type { ItemId } from './ids.ts';

/** The colours in which a quiz is shown: the reader's, or always these. */
export type Theme = 'auto' | 'light' | 'dark';

/**
 * What a course builder chooses of a quiz that is embedded, packaged or launched. Written as the query
 * of an address, as attributes of `<verbatim-quiz>` and as custom parameters of LTI, by the same names.
 */
export interface DeliveryOptions {
  /** `items`: which of the bank's items, in this order; null for all. */
  readonly items: readonly ItemId[] | null;
  /** `draw`: how many of them are drawn at random for each attempt; null for all of them. */
  readonly draw: number | null;
  /** `order`: as the author or the builder put them, or new for each attempt. */
  readonly order: 'given' | 'shuffled';
  /** `pass`: from this percent (1 to 100) on an attempt is passed; null where there is no such mark. */
  readonly passPercent: number | null;
  /** `theme` */
  readonly theme: Theme;
  /** `accent`: the colour of buttons and links as `rrggbb`, lower case; null for the house's own. */
  readonly accent: string | null;
  /** `lang`: the language of the interface (BCP 47); null for the reader's. */
  readonly language: string | null;
}

/** Everything as it is where nothing was chosen. */
export const plainDelivery: DeliveryOptions = {
  items: null,
  draw: null,
  order: 'given',
  passPercent: null,
  theme: 'auto',
  accent: null,
  language: null,
};

/** The names by which options are written. */
export type OptionName = 'items' | 'draw' | 'order' | 'pass' | 'theme' | 'accent' | 'lang';

/** An option that was written in a way that nobody can follow; it is as if it had not been given. */
export interface OptionFault {
  readonly name: OptionName;
  /** As it was given. */
  readonly value: string;
}

/** Gives an option's value by its name; null or undefined where it is not given. */
export type OptionSource = (name: OptionName) => string | null | undefined;

type Reader<Value> = (value: string) => Value | undefined;

const readers = {
  items: ((value) => {
    const ids = readIdList(value);
    return ids.length > 0 && ids.every(isSlug) ? (ids as ItemId[]) : undefined;
  }) satisfies Reader<readonly ItemId[]>,
  draw: wholeNumber(1, 9999),
  order: oneOf('given', 'shuffled'),
  pass: wholeNumber(1, 100),
  theme: oneOf('auto', 'light', 'dark'),
  accent: ((value) => {
    const colour = value.replace(/^#/, '').toLowerCase();
    return /^[0-9a-f]{6}$/.test(colour) ? colour : undefined;
  }) satisfies Reader<string>,
  lang: ((value) =>
    /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(value)
      ? value
      : undefined) satisfies Reader<string>,
};

/** Ids with commas between. One comma too many, or an id twice, leaves no doubt of what is meant. */
export function readIdList(written: string): string[] {
  return [...new Set(written.split(',').map((id) => id.trim()))].filter((id) => id !== '');
}

/** The names of all options. */
export const optionNames = Object.keys(readers) as readonly OptionName[];

function wholeNumber(least: number, most: number): Reader<number> {
  return (value) => {
    const number = /^\d{1,4}$/.test(value) ? Number(value) : NaN;
    return number >= least && number <= most ? number : undefined;
  };
}

function oneOf<Value extends string>(...values: readonly Value[]): Reader<Value> {
  return (value) => values.find((each) => each === value);
}

/** Reads the options; what can't be followed is named and left at its default. */
export function readDeliveryOptions(source: OptionSource): {
  readonly options: DeliveryOptions;
  readonly faults: readonly OptionFault[];
} {
  const faults: OptionFault[] = [];
  const read = <Value>(name: OptionName, reader: Reader<Value>, otherwise: Value): Value => {
    const value = source(name)?.trim();
    if (!value) return otherwise;
    const known = reader(value);
    if (known === undefined) faults.push({ name, value });
    return known ?? otherwise;
  };
  const options: DeliveryOptions = {
    items: read<readonly ItemId[] | null>('items', readers.items, null),
    draw: read<number | null>('draw', readers.draw, null),
    order: read('order', readers.order, 'given'),
    passPercent: read<number | null>('pass', readers.pass, null),
    theme: read('theme', readers.theme, 'auto'),
    accent: read<string | null>('accent', readers.accent, null),
    language: read<string | null>('lang', readers.lang, null),
  };
  return { options, faults };
}

/** The options that differ from {@link plainDelivery}, as they are written, in a fixed order. */
export function writeDeliveryOptions(options: DeliveryOptions): (readonly [OptionName, string])[] {
  const { accent, draw, items, language, order, passPercent, theme } = options;
  const written: readonly (readonly [OptionName, string | null])[] = [
    ['items', items && items.join(',')],
    ['draw', draw === null ? null : String(draw)],
    ['order', order === plainDelivery.order ? null : order],
    ['pass', passPercent === null ? null : String(passPercent)],
    ['theme', theme === plainDelivery.theme ? null : theme],
    ['accent', accent],
    ['lang', language],
  ];
  return written.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
}

/** The same as the query of an address, without its question mark; empty where nothing was chosen. */
export function optionsQuery(options: DeliveryOptions): string {
  // Commas stay readable: a query may hold them as they are.
  return writeDeliveryOptions(options)
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`)
    .join('&');
}

/**
 * The items of one attempt, in its order: those chosen that the bank has, drawn and shuffled by the
 * attempt's seed. Where none of the chosen ones is left, all of the bank's.
 */
export function chooseItems(
  bankItems: readonly ItemId[],
  { draw, items, order }: Pick<DeliveryOptions, 'items' | 'draw' | 'order'>,
  seed: string,
): ItemId[] {
  const known = new Set(bankItems);
  const chosen = items?.filter((id) => known.has(id)) ?? [];
  const pool = chosen.length > 0 ? chosen : [...bankItems];
  const shuffled = shuffle(pool, seededRandom(`${seed}/items`));
  const drawn = draw === null ? shuffled : shuffled.slice(0, draw);
  if (order === 'shuffled') return drawn;
  const kept = new Set(drawn);
  return pool.filter((id) => kept.has(id));
}
