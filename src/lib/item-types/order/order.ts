import type { Say } from '../../messages/say.ts';
import type { OptionId } from '../../quiz/ids.ts';
import { inQuotes } from '../../quiz/in-quotes.ts';
import type { Item, ScoreRule } from '../../quiz/item.ts';
import { linkWords } from '../../quiz/join-words.ts';
import { arrangements } from '../chance.ts';
import type { ItemTypeRules } from '../contract.ts';
import { isRecord, unknownField } from '../fields.ts';
import {
  deliverOptions,
  isTextList,
  optionOf,
  parseOptions,
  type DeliveredOption,
  type Option,
} from '../options.ts';
import { markOrder } from './mark-order.ts';
import { readPlaces } from './read-places.ts';
import { optionOrder, writtenIds } from '../tabled.ts';

/** An entry after scoring, at the place that the learner gave it. */
export interface ReviewedEntry {
  readonly text: string;
  /** The right place, from 1. */
  readonly place: number;
}

declare module '../../quiz/item.ts' {
  interface ItemTypes {
    /** Entries to be put in order (QTI: orderInteraction). */
    order: {
      /** The entries in the right order. */
      authored: { readonly options: readonly Option[]; readonly score: ScoreRule };
      delivered: { readonly options: readonly DeliveredOption[]; readonly score: ScoreRule };
      response: { readonly order: readonly OptionId[] };
      review: { readonly given: readonly ReviewedEntry[]; readonly right: readonly string[] };
    };
  }
}

function sequenceText({ options }: Item<'order'>, ids: readonly OptionId[], say: Say): string {
  const texts = ids.flatMap((id) => options.find((option) => option.id === id)?.text ?? []);
  return linkWords(texts.map(inQuotes), 'list.then', say);
}

function rightOrder(item: Item<'order'>): OptionId[] {
  return item.options.map(({ id }) => id);
}

/** An order: the right one, or the share of pairs in the right order. */
export const order: ItemTypeRules<'order'> = {
  type: 'order',
  signs: ['order'],
  keys: ['score'],

  parse: (block, report) => ({ options: parseOptions(block, report), score: block.score }),

  deliver: (item, random) => ({ options: deliverOptions(item.options, random), score: item.score }),

  read(item, random, fields, say) {
    const numbers = item.options.map((_option, index) => String(index + 1));
    const stranger = unknownField(
      fields,
      numbers.map((number) => `place${number}`),
      say,
    );
    if (stranger) return stranger;
    const given = numbers.map((number) => fields.get(`place${number}`) ?? []);
    const places = readPlaces(given, say);
    if (!places.ok) return places;
    const presented = optionOf(item.options, random);
    const byPlace = places.response.map((number) => presented(String(number)));
    return { ok: true, response: { order: byPlace.flatMap((option) => option?.id ?? []) } };
  },

  restore: (stored) =>
    isRecord(stored) && isTextList(stored['order'])
      ? { order: stored['order'] as OptionId[] }
      : null,

  score: (item, response) => markOrder(rightOrder(item), response.order, item.score),

  chance: (item) => 1 / arrangements(item.options.length),

  review: (item, _random, response) => ({
    given: response.order.flatMap((id) => {
      const place = item.options.findIndex((option) => option.id === id);
      const option = item.options[place];
      return option ? [{ text: option.text, place: place + 1 }] : [];
    }),
    right: item.options.map(({ text }) => text),
  }),

  answer: (item, say) => sequenceText(item, rightOrder(item), say),

  account: (item, response, say) => ({
    answer: sequenceText(item, rightOrder(item), say),
    brief: say('account.order.brief'),
    given: sequenceText(item, response.order, say),
    misreadings: item.options
      .filter((option, index) => option.reply !== null && response.order[index] !== option.id)
      .map(({ text, reply, trap }) => ({ given: text, reply, trap })),
    shortfall: say('account.order.shortfall'),
  }),

  tabled: {
    options: () => [],
    chosen: () => [],
    response: (response) => writtenIds(response.order),
    key: (item) => writtenIds(rightOrder(item)),
    order: (item, seed) => optionOrder(item.options, seed),
    maxPoints: 1,
    isFreeText: false,
  },
};
