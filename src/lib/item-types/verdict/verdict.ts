import { outcomeOf } from '../../quiz/outcome.ts';
import { verdictLabels, verdictNames, type VerdictLabel } from '../../quiz/verdict-label.ts';
import type { ItemTypeRules } from '../contract.ts';
import { unknownField } from '../fields.ts';
import type { DeliveredOption, ReviewedOption } from '../options.ts';
import {
  deliverLabels,
  misreadLabel,
  parseVerdict,
  readLabel,
  restoreLabel,
  reviewLabels,
  type JudgedClaim,
} from '../verdict-claim.ts';

declare module '../../quiz/item.ts' {
  interface ItemTypes {
    /** A claim and what the sources say of it. The four labels always stand in the same order. */
    verdict: {
      authored: JudgedClaim;
      delivered: { readonly options: readonly DeliveredOption[] };
      response: { readonly label: VerdictLabel };
      review: { readonly options: readonly ReviewedOption[] };
    };
  }
}

/** Verdict on a claim: all or nothing. */
export const verdict: ItemTypeRules<'verdict'> = {
  type: 'verdict',
  name: 'Verdict',
  signs: ['verdict'],
  keys: ['verdict', 'searched'],

  parse: parseVerdict,

  deliver: () => ({ options: deliverLabels() }),

  read(_item, _random, fields) {
    const stranger = unknownField(fields, ['verdict']);
    if (stranger) return { ok: false, message: stranger };
    const label = readLabel(fields.get('verdict') ?? []);
    return label.ok ? { ok: true, response: { label: label.response } } : label;
  },

  restore(stored) {
    const label = restoreLabel(stored);
    return label && { label };
  },

  score: (item, response) => outcomeOf(response.label === item.key ? 1 : 0),

  chance: () => 1 / verdictLabels.length,

  review: (item, _random, response) => ({ options: reviewLabels(item, response.label) }),

  answer: (item) => verdictNames[item.key],

  account: (item, response) => ({
    answer: verdictNames[item.key],
    given: verdictNames[response.label],
    misreadings: response.label === item.key ? [] : [misreadLabel(item, response.label)],
    claim: { key: item.key, given: response.label },
  }),
};
