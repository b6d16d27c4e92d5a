import { outcomeOf } from '../../quiz/outcome.ts';
import {
  readVerdictLabel,
  verdictLabels,
  verdictNames,
  type VerdictLabel,
} from '../../quiz/verdict-label.ts';
import type { ItemTypeRules } from '../contract.ts';
import { isRecord, nothingChosen, notOffered, unknownField } from '../fields.ts';
import type { DeliveredOption, ReviewedOption } from '../options.ts';
import { misreadLabel, parseVerdict, type JudgedClaim } from '../verdict-claim.ts';

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

  deliver: () => ({
    options: verdictLabels.map((label) => ({ value: label, text: verdictNames[label] })),
  }),

  read(_item, _random, fields) {
    const stranger = unknownField(fields, ['verdict']);
    if (stranger) return { ok: false, message: stranger };
    const [value, ...more] = fields.get('verdict') ?? [];
    if (value === undefined) return { ok: false, message: nothingChosen };
    const label = verdictLabels.find((known) => known === value);
    return label && more.length === 0
      ? { ok: true, response: { label } }
      : { ok: false, message: notOffered };
  },

  restore(stored) {
    const label =
      isRecord(stored) && typeof stored['label'] === 'string'
        ? readVerdictLabel(stored['label'])
        : null;
    return label && { label };
  },

  score: (item, response) => outcomeOf(response.label === item.key ? 1 : 0),

  chance: () => 1 / verdictLabels.length,

  review: (item, _random, response) => ({
    options: verdictLabels.map((label) => ({
      text: verdictNames[label],
      chosen: label === response.label,
      isKey: label === item.key,
    })),
  }),

  answer: (item) => verdictNames[item.key],

  account: (item, response) => ({
    answer: verdictNames[item.key],
    given: verdictNames[response.label],
    misreadings: response.label === item.key ? [] : [misreadLabel(item, response.label)],
    claim: { key: item.key, given: response.label },
  }),
};
