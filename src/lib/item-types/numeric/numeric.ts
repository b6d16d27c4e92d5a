import type { Say } from '../../messages/say.ts';
import { outcomeOf } from '../../quiz/outcome.ts';
import type { Item } from '../../quiz/item.ts';
import { isWithin } from '../../quiz/tolerance.ts';
import type { ItemTypeRules } from '../contract.ts';
import { isRecord, refuse, unknownField } from '../fields.ts';
import { quantityText } from './number-text.ts';
import { parseNumeric } from './parse-numeric.ts';
import { readNumber } from './read-number.ts';
import { isSameUnit } from './unit.ts';

/** A wrong number that the author expected. */
export interface ExpectedNumber {
  readonly value: number;
  readonly reply: string;
  readonly trap: string | null;
}

declare module '../../quiz/item.ts' {
  interface ItemTypes {
    /** A number with tolerance and unit (QTI: textEntryInteraction of base type float). */
    numeric: {
      authored: {
        readonly value: number;
        /** Not negative; its ends count as right. */
        readonly tolerance: number;
        readonly unit: string | null;
        readonly expectedWrong: readonly ExpectedNumber[];
      };
      delivered: { readonly unit: string | null };
      /** The text as typed, and every number that it can mean. */
      response: { readonly text: string; readonly readings: readonly number[] };
      review: {
        readonly given: string;
        readonly answer: string;
        /** Which numbers count, in words; null where only the exact one does. */
        readonly accepted: string | null;
        readonly correct: boolean;
      };
    };
  }
}

/** UTF-16 units that an answer may have. */
const longest = 64;

function rightReading(item: Item<'numeric'>, readings: readonly number[]): number | undefined {
  return readings.find((reading) => isWithin(reading, item.value, item.tolerance));
}

function answerText({ value, unit, language }: Item<'numeric'>): string {
  return quantityText(value, unit, language);
}

/** Which numbers count, in words; null where only the exact one does. */
function acceptedText({ value, tolerance, unit, language }: Item<'numeric'>, say: Say) {
  if (tolerance === 0) return null;
  return say('account.numeric.accepted', {
    least: quantityText(value - tolerance, null, language),
    most: quantityText(value + tolerance, unit, language),
  });
}

/** The response as a reader would say it: the number read, and the text where it differs. */
function givenText(item: Item<'numeric'>, response: { text: string; readings: readonly number[] }) {
  const reading = rightReading(item, response.readings) ?? response.readings[0];
  return reading === undefined ? response.text : quantityText(reading, item.unit, item.language);
}

/** A number: all or nothing, right within the tolerance. */
export const numeric: ItemTypeRules<'numeric'> = {
  type: 'numeric',
  signs: ['number'],
  keys: [],

  parse: parseNumeric,

  deliver: (item) => ({ unit: item.unit }),

  read(item, _random, fields, say) {
    const stranger = unknownField(fields, ['value'], say);
    if (stranger) return stranger;
    const [text = '', ...more] = fields.get('value') ?? [];
    if (text.trim() === '') return refuse(say('answer.numberMissing'));
    const read = text.length <= longest && more.length === 0 ? readNumber(text) : null;
    if (!read) return refuse(say('answer.noNumber'));
    if (!isSameUnit(read.unit, item.unit)) {
      const values = { given: read.unit, unit: item.unit ?? '' };
      return refuse(say(item.unit === null ? 'answer.needsNoUnit' : 'answer.needsUnit', values));
    }
    return { ok: true, response: { text: text.trim(), readings: read.readings } };
  },

  restore(stored) {
    if (!isRecord(stored) || typeof stored['text'] !== 'string') return null;
    const { text, readings } = stored;
    const isNumbers =
      Array.isArray(readings) && readings.every((reading) => Number.isFinite(reading));
    return isNumbers ? { text, readings: readings as number[] } : null;
  },

  score: (item, response) => outcomeOf(rightReading(item, response.readings) === undefined ? 0 : 1),

  chance: () => 0,

  review: (item, _random, response, say) => ({
    given: givenText(item, response),
    answer: answerText(item),
    accepted: acceptedText(item, say),
    correct: rightReading(item, response.readings) !== undefined,
  }),

  answer: answerText,

  account(item, response) {
    const given = givenText(item, response);
    const isRight = rightReading(item, response.readings) !== undefined;
    const met = item.expectedWrong.find((wrong) =>
      response.readings.some((reading) => isWithin(reading, wrong.value, 0)),
    );
    return {
      answer: answerText(item),
      given,
      misreadings: isRight || !met ? [] : [{ given, reply: met.reply, trap: met.trap }],
    };
  },

  tabled: {
    options: () => [],
    chosen: () => [],
    response: ({ text }) => text,
    key: (item) => String(item.value),
    order: () => '',
    maxPoints: 1,
    isFreeText: false,
  },
};
