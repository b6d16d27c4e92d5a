import type { OptionId } from '../../quiz/ids.ts';
import { outcomeOf } from '../../quiz/outcome.ts';
import type { ItemTypeRules } from '../contract.ts';
import { isRecord, nothingChosen, notOffered, unknownField } from '../fields.ts';
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
  name: 'Single choice',
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

  read(item, random, fields) {
    const stranger = unknownField(fields, ['choice']);
    if (stranger) return { ok: false, message: stranger };
    const [value, ...more] = fields.get('choice') ?? [];
    if (value === undefined) return { ok: false, message: nothingChosen };
    const option = more.length === 0 ? optionOf(item.options, random)(value) : null;
    return option
      ? { ok: true, response: { option: option.id } }
      : { ok: false, message: notOffered };
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

  answer: (item) => optionTexts(item.options, [item.key]),

  account: (item, response) => ({
    answer: optionTexts(item.options, [item.key]),
    given: optionTexts(item.options, [response.option]),
    misreadings: misreadingsOf(item.options, [response.option], [item.key]),
  }),
};
