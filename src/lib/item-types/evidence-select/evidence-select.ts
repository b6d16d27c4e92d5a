import type { OptionId } from '../../quiz/ids.ts';
import { outcomeOf } from '../../quiz/outcome.ts';
import { pickingChance } from '../chance.ts';
import type { ItemTypeRules } from '../contract.ts';
import {
  deliverSentences,
  mispicksOf,
  parsePicking,
  pickedText,
  proofText,
  provesIt,
  readPicks,
  reviewSentences,
  type DeliveredSentence,
  type Picking,
  type ReviewedSentence,
} from '../evidence.ts';
import { isRecord, refuse, unknownField } from '../fields.ts';
import { isTextList } from '../options.ts';
import { sentenceOrder, tabledSentences, writtenIds } from '../tabled.ts';

declare module '../../quiz/item.ts' {
  interface ItemTypes {
    /** Quoted sentences of which those that prove something are picked (QTI: hottextInteraction). */
    'evidence-select': {
      authored: Picking;
      delivered: { readonly sentences: readonly DeliveredSentence[]; readonly pick: number };
      response: { readonly picks: readonly OptionId[] };
      review: { readonly sentences: readonly ReviewedSentence[] };
    };
  }
}

/** Pick the sentence that proves it: right where a complete proof is among the picks. */
export const evidenceSelect: ItemTypeRules<'evidence-select'> = {
  type: 'evidence-select',
  signs: ['pick', 'checkbox'],
  keys: ['pick'],

  parse: parsePicking,

  deliver: (item, random) => ({ sentences: deliverSentences(item, random), pick: item.pick }),

  read(item, random, fields, say) {
    const stranger = unknownField(fields, ['pick'], say);
    if (stranger) return stranger;
    const values = fields.get('pick') ?? [];
    if (values.length === 0) return refuse(say('answer.nothingPicked'));
    const picks = readPicks(item, random, values, say);
    return picks.ok ? { ok: true, response: { picks: picks.response } } : picks;
  },

  restore: (stored) =>
    isRecord(stored) && isTextList(stored['picks'])
      ? { picks: stored['picks'] as OptionId[] }
      : null,

  score: (item, response) => outcomeOf(provesIt(item, response.picks) ? 1 : 0),

  chance: pickingChance,

  review: (item, random, response) => ({
    sentences: reviewSentences(item, random, response.picks),
  }),

  answer: proofText,

  account: (item, response, say) => ({
    answer: proofText(item, say),
    given: pickedText(item, response.picks, say),
    misreadings: provesIt(item, response.picks) ? [] : mispicksOf(item, response.picks),
  }),

  tabled: {
    options: tabledSentences,
    chosen: ({ picks }) => picks,
    response: ({ picks }) => writtenIds(picks),
    key: ({ groups }) => writtenIds(groups[0] ?? []),
    order: sentenceOrder,
    maxPoints: 1,
    isFreeText: false,
  },
};
