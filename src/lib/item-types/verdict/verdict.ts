import { outcomeOf } from '../../quiz/outcome.ts';
import { verdictLabels, type VerdictLabel } from '../../quiz/verdict-label.ts';
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
import { tabledLabels, writtenIds } from '../tabled.ts';

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
  signs: ['verdict'],
  keys: ['verdict', 'searched'],

  parse: parseVerdict,

  deliver: (_item, _random, say) => ({ options: deliverLabels(say) }),

  read(_item, _random, fields, say) {
    const stranger = unknownField(fields, ['verdict'], say);
    if (stranger) return stranger;
    const label = readLabel(fields.get('verdict') ?? [], say);
    return label.ok ? { ok: true, response: { label: label.response } } : label;
  },

  restore(stored) {
    const label = restoreLabel(stored);
    return label && { label };
  },

  score: (item, response) => outcomeOf(response.label === item.key ? 1 : 0),

  chance: () => 1 / verdictLabels.length,

  review: (item, _random, response, say) => ({
    options: reviewLabels(item, response.label, say),
  }),

  answer: (item, say) => say(`verdict.${item.key}`),

  account: (item, response, say) => ({
    answer: say(`verdict.${item.key}`),
    given: say(`verdict.${response.label}`),
    misreadings: response.label === item.key ? [] : [misreadLabel(item, response.label, say)],
    claim: { key: item.key, given: response.label },
  }),

  tabled: {
    options: tabledLabels,
    chosen: ({ label }) => [label],
    response: ({ label }) => label,
    key: (item) => item.key,
    order: () => writtenIds(verdictLabels),
    maxPoints: 1,
    isFreeText: false,
  },
};
