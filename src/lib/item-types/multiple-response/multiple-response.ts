import type { OptionId } from '../../quiz/ids.ts';
import type { ScoreRule } from '../../quiz/item.ts';
import type { ItemTypeRules } from '../contract.ts';
import { isRecord, refuse, unknownField } from '../fields.ts';
import {
  deliverOptions,
  isTextList,
  keyedIds,
  misreadingsOf,
  optionOf,
  optionTexts,
  parseOptions,
  reviewOptions,
  type DeliveredOption,
  type Option,
  type ReviewedOption,
} from '../options.ts';
import { markChoices } from './mark-choices.ts';
import { optionOrder, tabledOptions, writtenIds } from '../tabled.ts';

declare module '../../quiz/item.ts' {
  interface ItemTypes {
    /** Several right options (QTI: choiceInteraction with maxChoices 0). */
    'multiple-response': {
      authored: {
        readonly options: readonly Option[];
        readonly key: readonly OptionId[];
        readonly score: ScoreRule;
      };
      /** Says how it is marked, never how many are right. */
      delivered: { readonly options: readonly DeliveredOption[]; readonly score: ScoreRule };
      response: { readonly options: readonly OptionId[] };
      review: { readonly options: readonly ReviewedOption[] };
    };
  }
}

/** Multiple response: marked whole, or each right choice for itself. */
export const multipleResponse: ItemTypeRules<'multiple-response'> = {
  type: 'multiple-response',
  signs: ['checkbox'],
  keys: ['score'],

  parse(block, report) {
    const options = parseOptions(block, report);
    const key = keyedIds(block);
    if (key.length === 0) {
      const message = 'No option of this list is marked as right.';
      report('E110', block.stem.place, message, 'Write [x] before each right one.');
      return null;
    }
    if (key.length === options.length) {
      const message = 'Every option is marked as right, so ticking everything would be the answer.';
      const mend = 'Add an option that a misreader would tick, or unmark one.';
      report('E110', block.stem.place, message, mend);
      return null;
    }
    return { options, key, score: block.score };
  },

  deliver: (item, random) => ({
    options: deliverOptions(item.options, random),
    score: item.score,
  }),

  read(item, random, fields, say) {
    const stranger = unknownField(fields, ['choice'], say);
    if (stranger) return stranger;
    const values = fields.get('choice') ?? [];
    if (values.length === 0) return refuse(say('answer.nothingChosen'));
    const chosen = values.map(optionOf(item.options, random));
    const ids = new Set(chosen.map((option) => option?.id));
    if (chosen.includes(null) || ids.size < values.length) {
      return refuse(say('answer.notOffered'));
    }
    const inAuthoredOrder = item.options.filter((option) => ids.has(option.id));
    return { ok: true, response: { options: inAuthoredOrder.map((option) => option.id) } };
  },

  restore: (stored) =>
    isRecord(stored) && isTextList(stored['options'])
      ? { options: stored['options'] as OptionId[] }
      : null,

  score: (item, response) => markChoices(item, response.options),

  chance: (item) => 1 / (2 ** item.options.length - 1),

  review: (item, random, response) => ({
    options: reviewOptions(item.options, random, response.options, item.key),
  }),

  answer: (item, say) => optionTexts(item.options, item.key, say),

  account: (item, response, say) => ({
    answer: optionTexts(item.options, item.key, say),
    given: optionTexts(item.options, response.options, say),
    misreadings: misreadingsOf(item.options, response.options, item.key),
  }),

  tabled: {
    options: (item) => tabledOptions(item.options, item.key),
    chosen: ({ options }) => options,
    response: ({ options }) => writtenIds(options),
    key: (item) => writtenIds(item.key),
    order: (item, seed) => optionOrder(item.options, seed),
    maxPoints: 1,
    isFreeText: false,
  },
};
