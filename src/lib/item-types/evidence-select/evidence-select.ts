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
import { isRecord, unknownField } from '../fields.ts';
import { isTextList } from '../options.ts';

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
  name: 'Pick the evidence',
  signs: ['pick', 'checkbox'],
  keys: ['pick'],

  parse: parsePicking,

  deliver: (item, random) => ({ sentences: deliverSentences(item, random), pick: item.pick }),

  read(item, random, fields) {
    const stranger = unknownField(fields, ['pick']);
    if (stranger) return { ok: false, message: stranger };
    const values = fields.get('pick') ?? [];
    if (values.length === 0) {
      return { ok: false, message: 'Pick a sentence first. Nothing has been stored yet.' };
    }
    const read = readPicks(item, random, values);
    return 'message' in read ? { ok: false, message: read.message } : { ok: true, response: read };
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

  account: (item, response) => ({
    answer: proofText(item),
    given: pickedText(item, response.picks),
    misreadings: provesIt(item, response.picks) ? [] : mispicksOf(item, response.picks),
  }),
};
