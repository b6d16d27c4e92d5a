import type { OptionId } from '../../quiz/ids.ts';
import { outcomeOf } from '../../quiz/outcome.ts';
import { verdictLabels, type VerdictLabel } from '../../quiz/verdict-label.ts';
import { pickingChance } from '../chance.ts';
import type { ItemTypeRules } from '../contract.ts';
import {
  deliverSentences,
  mispicksOf,
  parsePicking,
  pickedText,
  provesIt,
  readPicks,
  reviewSentences,
  type DeliveredSentence,
  type Picking,
  type ReviewedSentence,
} from '../evidence.ts';
import { isRecord, refuse, unknownField } from '../fields.ts';
import { isTextList, type DeliveredOption, type ReviewedOption } from '../options.ts';
import {
  deliverLabels,
  misreadLabel,
  parseVerdict,
  readLabel,
  restoreLabel,
  reviewLabels,
  type JudgedClaim,
} from '../verdict-claim.ts';
import { sentenceOrder, tabledLabels, tabledSentences, writtenIds } from '../tabled.ts';

declare module '../../quiz/item.ts' {
  interface ItemTypes {
    /** A claim whose verdict and whose evidence are scored together (after FEVER). */
    'verdict-with-evidence': {
      authored: JudgedClaim & Picking;
      delivered: {
        readonly options: readonly DeliveredOption[];
        readonly sentences: readonly DeliveredSentence[];
        readonly pick: number;
      };
      response: { readonly label: VerdictLabel; readonly picks: readonly OptionId[] };
      review: {
        readonly options: readonly ReviewedOption[];
        readonly sentences: readonly ReviewedSentence[];
      };
    };
  }
}

/** Points for the right verdict with a complete proof; the right verdict alone earns half of them. */
const maxPoints = 2;

/**
 * Verdict and evidence, scored jointly by FEVER's rule: the right label and a complete group of
 * evidence within the picks allowed earn 2 points, the right label alone 1, any other label 0.
 */
export const verdictWithEvidence: ItemTypeRules<'verdict-with-evidence'> = {
  type: 'verdict-with-evidence',
  signs: ['verdict', 'pick', 'checkbox'],
  keys: ['verdict', 'pick'],

  parse(block, report) {
    const claim = parseVerdict(block, report);
    const picking = parsePicking(block, report);
    const place = block.keys.get('verdict')?.place ?? block.stem.place;
    if (claim?.key === 'conflicting' && picking?.groups.some((group) => group.length < 2)) {
      const message = 'One sentence alone counts here as proof that the sources disagree.';
      report(
        'E115',
        place,
        message,
        'Put both that disagree into one group, and raise `pick:` to 2.',
      );
    }
    if (claim?.key === 'not-stated') {
      const message = 'What is not stated has no sentence that shows it, so none can be picked.';
      report('E117', place, message, 'Take out `pick:`, and quote the nearest passage below.');
    }
    return claim && picking ? { ...claim, ...picking } : null;
  },

  deliver: (item, random, say) => ({
    options: deliverLabels(say),
    sentences: deliverSentences(item, random),
    pick: item.pick,
  }),

  read(item, random, fields, say) {
    const stranger = unknownField(fields, ['verdict', 'pick'], say);
    if (stranger) return stranger;
    const label = readLabel(fields.get('verdict') ?? [], say);
    if (!label.ok) return label;
    const values = (fields.get('pick') ?? []).filter((picked) => picked !== '');
    const picks = readPicks(item, random, values, say);
    if (!picks.ok) return picks;
    if (values.length === 0 && label.response !== 'not-stated') {
      const verdict = say(`verdict.${label.response}`);
      return refuse(say('answer.nothingPickedFor', { verdict }));
    }
    return { ok: true, response: { label: label.response, picks: picks.response } };
  },

  restore(stored) {
    const label = restoreLabel(stored);
    return label && isRecord(stored) && isTextList(stored['picks'])
      ? { label, picks: stored['picks'] as OptionId[] }
      : null;
  },

  score(item, response) {
    if (response.label !== item.key) return outcomeOf(0, maxPoints);
    return outcomeOf(provesIt(item, response.picks) ? 1 : 0.5, maxPoints);
  },

  chance: (item) => pickingChance(item) / verdictLabels.length,

  review: (item, random, response, say) => ({
    options: reviewLabels(item, response.label, say),
    sentences: reviewSentences(item, random, response.picks),
  }),

  answer: (item, say) => say(`verdict.${item.key}`),

  account(item, response, say) {
    const isLabelRight = response.label === item.key;
    const verdict = say(`verdict.${response.label}`);
    const picked = pickedText(item, response.picks, say);
    return {
      answer: say(`verdict.${item.key}`),
      given: picked ? say('account.verdict.by', { verdict, picked }) : verdict,
      misreadings: [
        ...(isLabelRight ? [] : [misreadLabel(item, response.label, say)]),
        ...(provesIt(item, response.picks) ? [] : mispicksOf(item, response.picks)),
      ],
      claim: { key: item.key, given: response.label },
      shortfall: say('account.verdict.shortfall'),
    };
  },

  tabled: {
    options: (item, say) => [...tabledLabels(item, say), ...tabledSentences(item)],
    chosen: ({ label, picks }) => [label, ...picks],
    response: ({ label, picks }) => writtenIds([label, ...picks]),
    key: ({ groups, key }) => writtenIds([key, ...(groups[0] ?? [])]),
    order: sentenceOrder,
    maxPoints,
    isFreeText: false,
  },
};
