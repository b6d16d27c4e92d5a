import type { ItemTypeSyntax } from '../bank/item-block.ts';
import type { Say } from '../messages/say.ts';
import type { Account } from '../quiz/account.ts';
import type { Random } from '../quiz/draw.ts';
import type { Delivered, Item, ItemType, Response, Review } from '../quiz/item.ts';
import type { Outcome } from '../quiz/outcome.ts';
import type { TabledOption } from '../quiz/tabled-option.ts';

/** The fields of a posted form, by name; every value in the order in which it was sent. */
export type Fields = ReadonlyMap<string, readonly string[]>;

/** In words, why a form can't be taken; nothing is stored then. */
export interface Refusal {
  readonly ok: false;
  readonly message: string;
}

/** A response read from a form, or why it can't be taken. */
export type Reading<Value> = { readonly ok: true; readonly response: Value } | Refusal;

/** How an item type is written in data files. Ids are authored ones, several joined by `|`. */
export interface Tabled<T extends ItemType> {
  /** The fixed choices in their authored order; none where the answer is written or arranged. */
  readonly options: (item: Item<T>, say: Say) => readonly TabledOption[];
  /** The ids among {@link options} that a response chose. */
  readonly chosen: (response: Response<T>) => readonly string[];
  /** A response in one cell. */
  readonly response: (response: Response<T>) => string;
  /** The right response, or the first of several, in one cell. */
  readonly key: (item: Item<T>) => string;
  /** The order in which the draw of this seed presents what can be chosen; empty where nothing can. */
  readonly order: (item: Item<T>, seed: string) => string;
  /** The most that an answer to an item of this type earns. */
  readonly maxPoints: number;
  /** True where learners answer in words of their own, which may tell who they are. */
  readonly isFreeText: boolean;
}

/**
 * Everything the server knows about an item type. Pure and total: no response makes it throw. What it
 * puts into words is said in the language of the last argument; its name is the message
 * `itemType.<type>`.
 */
export interface ItemTypeRules<T extends ItemType> extends ItemTypeSyntax<T> {
  /**
   * What the learner may see before answering, named field by field. Options come in an order that
   * follows from their texts and `random`, and are called by their presented number, so nothing tells
   * their authored place.
   */
  readonly deliver: (item: Item<T>, random: Random, say: Say) => Delivered<T>;
  /** Reads a posted form against the same draw as {@link deliver}. An unknown field is refused. */
  readonly read: (item: Item<T>, random: Random, fields: Fields, say: Say) => Reading<Response<T>>;
  /** Reads a stored response back; null where it has not this type's form. */
  readonly restore: (stored: unknown) => Response<T> | null;
  readonly score: (item: Item<T>, response: Response<T>) => Outcome;
  /** The probability, 0 to 1, that a form filled in at random is fully right; 0 on open questions. */
  readonly chance: (item: Item<T>) => number;
  /** What is shown after scoring, options in the same draw as {@link deliver}. */
  readonly review: (item: Item<T>, random: Random, response: Response<T>, say: Say) => Review<T>;
  /** The right answer in words. */
  readonly answer: (item: Item<T>, say: Say) => string;
  readonly account: (item: Item<T>, response: Response<T>, say: Say) => Account;
  readonly tabled: Tabled<T>;
}
