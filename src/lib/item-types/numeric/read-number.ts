/** A number as a learner wrote it: what it can mean, and the unit word that stood with it. */
export interface NumberRead {
  /** One reading, or two where a comma or point may separate thousands or decimals ("1,200"). */
  readonly readings: readonly number[];
  /** The sign or word beside the number, without spaces; empty where none stood there. */
  readonly unit: string;
}

const scales: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  b: 1e9,
  billion: 1e9,
};

const written =
  /^([^\d+\-.,]*)([+-]?)([^\d+\-.,\s]*)(\d[\d.,' ]*|[.,]\d+)(?:e([+-]?\d{1,3}))?(.*)$/i;

/**
 * Reads a number as people type it, in any of the usual habits: full-width digits, a real minus sign
 * or a dash before the number, decimal comma or point, thousands set off by comma, point, apostrophe
 * or space, a scale word, a unit before or after. Null for anything else, and for what is not finite.
 */
export function readNumber(text: string): NumberRead | null {
  const parts = written.exec(plain(text));
  if (!parts) return null;
  const [, before = '', sign = '', between = '', digits = '', exponent = '0', after = ''] = parts;
  const words = after.trim().split(/\s+/).filter(Boolean);
  const scale = scales[words[0]?.toLowerCase() ?? ''];
  if (scale !== undefined) words.shift();
  const factor = (sign === '-' ? -1 : 1) * (scale ?? 1) * 10 ** Number(exponent);
  const readings = plainReadings(digits.trim())
    .map((number) => settle(number * factor))
    .filter(Number.isFinite);
  const unit = [before.trim(), between, words.join(' ')].filter(Boolean).join(' ');
  return readings.length > 0 && !/\d/.test(unit) ? { readings, unit } : null;
}

/** Compatibility forms made plain (NFKC), every minus and dash a hyphen, every space a space. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212\uFE63]/g, '-')
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/([+-]) (?=[\d.,])/g, '$1')
    .trim();
}

/** Binary dust swept off: twelve significant digits are more than anybody types. */
function settle(number: number): number {
  return Number(number.toPrecision(12));
}

const grouped = /^\d{1,3}(?:([.,' ])\d{3})(?:\1\d{3})*$/;

function plainReadings(digits: string): number[] {
  const both = /^(.*)([.,])(\d+)$/.exec(digits);
  const [, whole = '', mark = '', rest = ''] = both ?? [];
  const readings = new Set<number>();
  if (/^\d+$/.test(digits)) readings.add(Number(digits));
  if (grouped.test(digits)) readings.add(Number(digits.replace(/[.,' ]/g, '')));
  const isWholeNumber = whole === '' || /^\d+$/.test(whole);
  const isGroupedWhole = grouped.test(whole) && !whole.includes(mark);
  if (both && (isWholeNumber || isGroupedWhole)) {
    readings.add(Number(`${whole.replace(/[.,' ]/g, '')}.${rest}`));
  }
  return [...readings];
}
