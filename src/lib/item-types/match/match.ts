import type { Say } from '../../messages/say.ts';
import { drawByText, seededRandom, type Random } from '../../quiz/draw.ts';
import type { OptionId } from '../../quiz/ids.ts';
import { inQuotes } from '../../quiz/in-quotes.ts';
import type { Item, ScoreRule } from '../../quiz/item.ts';
import { linkWords } from '../../quiz/join-words.ts';
import { outcomeOf } from '../../quiz/outcome.ts';
import { arrangements } from '../chance.ts';
import type { ItemTypeRules } from '../contract.ts';
import { isRecord, refuse, unknownField } from '../fields.ts';
import { isTextList, type DeliveredOption } from '../options.ts';
import { parseMatch } from './parse-match.ts';
import { writtenIds } from '../tabled.ts';

/** Two texts that belong together. */
export interface Pair {
  readonly id: OptionId;
  readonly left: string;
  readonly right: string;
  readonly reply: string | null;
  readonly trap: string | null;
}

/** A pair after scoring, in the presented order of the left sides: what the learner put beside `left`, and what belongs there. */
export interface ReviewedPair {
  readonly left: string;
  readonly given: string;
  readonly right: string;
}

declare module '../../quiz/item.ts' {
  interface ItemTypes {
    /** Texts to be matched one to one (QTI: matchInteraction). */
    match: {
      authored: { readonly pairs: readonly Pair[]; readonly score: ScoreRule };
      /** Both sides, each in an order of its own; `value` is the presented number, from 1. */
      delivered: {
        readonly lefts: readonly DeliveredOption[];
        readonly rights: readonly DeliveredOption[];
        readonly score: ScoreRule;
      };
      /** For each authored pair in order, the id of the pair whose right side was put there. */
      response: { readonly rights: readonly OptionId[] };
      review: { readonly pairs: readonly ReviewedPair[] };
    };
  }
}

interface Presented {
  readonly lefts: readonly Pair[];
  readonly rights: readonly Pair[];
}

function present(item: Item<'match'>, random: Random): Presented {
  return {
    lefts: drawByText(item.pairs, ({ left }) => left, random),
    rights: drawByText(item.pairs, ({ right }) => right, random),
  };
}

/** Each left text with what stands beside it. */
function pairsText(pairs: readonly Pick<Pair, 'left' | 'right'>[], say: Say): string {
  const words = pairs.map(({ left, right }) =>
    say('account.match.pair', { left: inQuotes(left), right: inQuotes(right) }),
  );
  return linkWords(words, 'list.apart', say);
}

function hitsOf(item: Item<'match'>, rights: readonly OptionId[]): number {
  return item.pairs.filter((pair, index) => rights[index] === pair.id).length;
}

function rightOf(item: Item<'match'>, id: OptionId | undefined): string | null {
  return item.pairs.find((pair) => pair.id === id)?.right ?? null;
}

/** A match: every pair, or a share of the point for each right one. */
export const match: ItemTypeRules<'match'> = {
  type: 'match',
  signs: ['pair'],
  keys: ['score'],

  parse: parseMatch,

  deliver(item, random) {
    const { lefts, rights } = present(item, random);
    return {
      lefts: lefts.map(({ left }, index) => ({ value: String(index + 1), text: left })),
      rights: rights.map(({ right }, index) => ({ value: String(index + 1), text: right })),
      score: item.score,
    };
  },

  read(item, random, fields, say) {
    const { lefts, rights } = present(item, random);
    const names = lefts.map((_pair, index) => `match${index + 1}`);
    const stranger = unknownField(fields, names, say);
    if (stranger) return stranger;
    const given = names.map((name) => fields.get(name) ?? []);
    const values = given.map((each) => each[0] ?? '');
    if (values.every((value) => value === '')) return refuse(say('answer.nothingChosen'));
    const chosen = values.map((value) => (value === '' ? null : rights[Number(value) - 1]));
    const isOffered = values.every((value) => /^(?:[1-9]\d?)?$/.test(value));
    if (!isOffered || given.some((each) => each.length > 1) || chosen.includes(undefined)) {
      return refuse(say('answer.notOffered'));
    }
    const fault = matchFault(chosen as (Pair | null)[], say);
    if (fault !== null) return refuse(fault);
    const byLeft = new Map(lefts.map((pair, index) => [pair.id, chosen[index]?.id]));
    return { ok: true, response: { rights: item.pairs.flatMap(({ id }) => byLeft.get(id) ?? []) } };
  },

  restore: (stored) =>
    isRecord(stored) && isTextList(stored['rights'])
      ? { rights: stored['rights'] as OptionId[] }
      : null,

  score(item, response) {
    const isOneToOne = new Set(response.rights).size === item.pairs.length;
    const share = isOneToOne ? hitsOf(item, response.rights) / item.pairs.length : 0;
    return outcomeOf(item.score === 'each' || share === 1 ? share : 0);
  },

  chance: (item) => 1 / arrangements(item.pairs.length),

  review: (item, random, response) => ({
    pairs: present(item, random).lefts.map((pair) => ({
      left: pair.left,
      given: rightOf(item, response.rights[item.pairs.indexOf(pair)]) ?? '',
      right: pair.right,
    })),
  }),

  answer: (item, say) => pairsText(item.pairs, say),

  account: (item, response, say) => ({
    answer: pairsText(item.pairs, say),
    brief: say('account.match.brief', { n: item.pairs.length }),
    given: pairsText(
      item.pairs.map(({ left }, index) => ({
        left,
        right: rightOf(item, response.rights[index]) ?? '',
      })),
      say,
    ),
    misreadings: item.pairs.flatMap(({ id, left, reply, trap }, index) => {
      const right = rightOf(item, response.rights[index]);
      if (right === null || response.rights[index] === id) return [];
      return [{ given: say('account.match.taken', { left, right }), reply, trap }];
    }),
    shortfall: say('account.match.shortfall', {
      hits: hitsOf(item, response.rights),
      n: item.pairs.length,
    }),
  }),

  tabled: {
    options: () => [],
    chosen: () => [],
    response: ({ rights }) => writtenIds(rights),
    key: (item) => writtenIds(item.pairs.map(({ id }) => id)),
    order: (item, seed) => writtenIds(present(item, seededRandom(seed)).lefts.map(({ id }) => id)),
    maxPoints: 1,
    isFreeText: false,
  },
};

/** In words, what a set of choices lacks; null where each is made and none twice. */
function matchFault(chosen: readonly (Pair | null)[], say: Say): string | null {
  const missing = chosen.filter((pair) => pair === null).length;
  if (missing > 0) return say('answer.rowsUnmatched', { missing });
  const doubled = chosen.find((pair, index) => chosen.indexOf(pair) < index);
  return doubled ? say('answer.rightTwice', { right: doubled.right }) : null;
}
