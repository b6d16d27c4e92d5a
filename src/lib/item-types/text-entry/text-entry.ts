import { inQuotes } from '../../quiz/in-quotes.ts';
import type { Item } from '../../quiz/item.ts';
import { outcomeOf } from '../../quiz/outcome.ts';
import type { ItemTypeRules } from '../contract.ts';
import { isRecord, refuse, unknownField } from '../fields.ts';
import { foldText } from './fold-text.ts';
import { isNearMiss } from './near-miss.ts';
import { parseTextEntry } from './parse-text-entry.ts';

/** A wrong text that the author expected. */
export interface ExpectedText {
  readonly text: string;
  readonly reply: string;
  readonly trap: string | null;
}

declare module '../../quiz/item.ts' {
  interface ItemTypes {
    /** A short text (QTI: textEntryInteraction of base type string). */
    'text-entry': {
      authored: {
        /** At least one; the first is how the answer is shown. */
        readonly variants: readonly string[];
        readonly expectedWrong: readonly ExpectedText[];
      };
      /** Nothing but the field: not even how long the answer is. */
      delivered: { readonly kind: 'text' };
      /** The text as typed, without the space around it. */
      response: { readonly entry: string };
      review: { readonly given: string; readonly answer: string; readonly likeness: Likeness };
    };
  }
}

/** How a written text compares: `same` as a variant, a slip of the pen away, or another text. */
type Likeness = 'same' | 'near' | 'other';

/** UTF-16 units that an answer may have. */
const longest = 200;

function likenessOf(item: Item<'text-entry'>, entry: string): Likeness {
  const given = foldText(entry);
  const variants = item.variants.map(foldText);
  if (variants.includes(given)) return 'same';
  if (expectedOf(item, given)) return 'other';
  return variants.some((variant) => isNearMiss(given, variant)) ? 'near' : 'other';
}

function expectedOf(item: Item<'text-entry'>, folded: string): ExpectedText | undefined {
  return item.expectedWrong.find((wrong) => foldText(wrong.text) === folded);
}

function answerOf(item: Item<'text-entry'>): string {
  return item.variants[0] ?? '';
}

/** The share of the point for each likeness: a slip of the pen earns half. */
const shares: Readonly<Record<Likeness, number>> = { same: 1, near: 0.5, other: 0 };

/** A short text: any of its variants, however it is spelled in case, accents and punctuation. */
export const textEntry: ItemTypeRules<'text-entry'> = {
  type: 'text-entry',
  signs: ['text'],
  keys: [],

  parse: parseTextEntry,

  deliver: () => ({ kind: 'text' }),

  read(_item, _random, fields, say) {
    const stranger = unknownField(fields, ['entry'], say);
    if (stranger) return stranger;
    const [text = '', ...more] = fields.get('entry') ?? [];
    const entry = text.normalize('NFC').trim();
    if (entry === '' || foldText(entry) === '') return refuse(say('answer.nothingWritten'));
    if (more.length > 0) return refuse(say('answer.severalTexts'));
    if (entry.length > longest) return refuse(say('answer.tooLong', { longest }));
    return { ok: true, response: { entry } };
  },

  restore: (stored) =>
    isRecord(stored) && typeof stored['entry'] === 'string' ? { entry: stored['entry'] } : null,

  score: (item, response) => outcomeOf(shares[likenessOf(item, response.entry)]),

  chance: () => 0,

  review: (item, _random, response) => ({
    given: response.entry,
    answer: answerOf(item),
    likeness: likenessOf(item, response.entry),
  }),

  answer: (item) => inQuotes(answerOf(item)),

  account(item, response, say) {
    const given = inQuotes(response.entry);
    const likeness = likenessOf(item, response.entry);
    const met = likeness === 'other' ? expectedOf(item, foldText(response.entry)) : undefined;
    return {
      answer: inQuotes(answerOf(item)),
      given,
      misreadings: met ? [{ given: response.entry, reply: met.reply, trap: met.trap }] : [],
      shortfall: say('account.textEntry.shortfall', { given }),
    };
  },

  tabled: {
    options: () => [],
    chosen: () => [],
    response: ({ entry }) => entry,
    key: answerOf,
    order: () => '',
    maxPoints: 1,
    isFreeText: true,
  },
};
