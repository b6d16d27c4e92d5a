import type { OptionId } from '../../quiz/ids.ts';
import { outcomeOf } from '../../quiz/outcome.ts';
import type { ItemTypeRules } from '../contract.ts';
import { isRecord, refuse, unknownField } from '../fields.ts';
import {
  deliverOptions,
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
import { optionOrder, tabledOptions } from '../tabled.ts';

declare module '../../quiz/item.ts' {
  interface ItemTypes {
    /** One right option (QTI: choiceInteraction with maxChoices 1). */
    'single-choice': {
      authored: { readonly options: readonly Option[]; readonly key: OptionId };
      delivered: { readonly options: readonly DeliveredOption[] };
      response: { readonly option: OptionId };
      review: { readonly options: readonly ReviewedOption[] };
    };
  }
}

/** Single choice: all or nothing. */
export const singleChoice: ItemTypeRules<'single-choice'> = {
  type: 'single-choice',
  signs: ['radio'],
  keys: [],

  parse(block, report) {
    const options = parseOptions(block, report);
    const [key, ...more] = keyedIds(block);
    if (key === undefined) {
      const message = 'No option of this list is marked as right.';
      report('E110', block.stem.place, message, 'Write (x) before the right one.');
      return null;
    }
    if (more.length > 0) {
      const message = 'Two options of a ( ) list are marked as right.';
      const mend = 'Leave one (x), or write all options with [ ] if several are right.';
      report('E110', block.stem.place, message, mend);
      return null;
    }
    return { options, key };
  },

  deliver: (item, random) => ({ options: deliverOptions(item.options, random) }),

  read(item, random, fields, say) {
    const stranger = unknownField(fields, ['choice'], say);
    if (stranger) return stranger;
    const [value, ...more] = fields.get('choice') ?? [];
    if (value === undefined) return refuse(say('answer.nothingChosen'));
    const option = more.length === 0 ? optionOf(item.options, random)(value) : null;
    return option
      ? { ok: true, response: { option: option.id } }
      : refuse(say('answer.notOffered'));
  },

  restore: (stored) =>
    isRecord(stored) && typeof stored['option'] === 'string'
      ? { option: stored['option'] as OptionId }
      : null,

  score: (item, response) => outcomeOf(response.option === item.key ? 1 : 0),

  chance: (item) => 1 / item.options.length,

  review: (item, random, response) => ({
    options: reviewOptions(item.options, random, [response.option], [item.key]),
  }),

  answer: (item, say) => optionTexts(item.options, [item.key], say),

  account: (item, response, say) => ({
    answer: optionTexts(item.options, [item.key], say),
    given: optionTexts(item.options, [response.option], say),
    misreadings: misreadingsOf(item.options, [response.option], [item.key]),
  }),

  tabled: {
    options: (item) => tabledOptions(item.options, [item.key]),
    chosen: ({ option }) => [option],
    response: ({ option }) => option,
    key: (item) => item.key,
    order: (item, seed) => optionOrder(item.options, seed),
    maxPoints: 1,
    isFreeText: false,
  },
};
