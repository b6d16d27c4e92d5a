import type { ItemTypeSyntax } from '../bank/item-block.ts';
import type { Random } from '../quiz/draw.ts';
import type { Delivered, Item, ItemType, Response, Review } from '../quiz/item.ts';
import type { Outcome } from '../quiz/outcome.ts';
import type { VerdictLabel } from '../quiz/verdict-label.ts';

/** The fields of a posted form, by name; every value in the order in which it was sent. */
export type Fields = ReadonlyMap<string, readonly string[]>;

/** A response read from a form, or in words why it can't be taken; nothing is stored then. */
export type Reading<Value> =
  | { readonly ok: true; readonly response: Value }
  | { readonly ok: false; readonly message: string };

/** A wrong choice that has something to say about itself. */
export interface Misreading {
  /** What the learner chose or wrote. */
  readonly given: string;
  /** Why it is wrong, in the author's words; null where the author wrote none. */
  readonly reply: string | null;
  /** The misreading it stands for, or null. */
  readonly trap: string | null;
}

/** What every type says about a scored response, for the reveal, the results and the record. */
export interface Account {
  /** The right answer in words. */
  readonly answer: string;
  /** The response in words. */
  readonly given: string;
  readonly misreadings: readonly Misreading[];
  /** Where the item judges a claim: the right verdict. The sentence of the reveal speaks of it. */
  readonly claim?: VerdictLabel;
}

/** Everything the server knows about an item type. Pure and total: no response makes it throw. */
export interface ItemTypeRules<T extends ItemType> extends ItemTypeSyntax<T> {
  /** For people: "Single choice". */
  readonly name: string;
  /**
   * What the learner may see before answering, named field by field. Options come in an order drawn
   * from `random` and are called by their presented number, so nothing tells their authored place.
   */
  readonly deliver: (item: Item<T>, random: Random) => Delivered<T>;
  /** Reads a posted form against the same draw as {@link deliver}. An unknown field is refused. */
  readonly read: (item: Item<T>, random: Random, fields: Fields) => Reading<Response<T>>;
  /** Reads a stored response back; null where it has not this type's form. */
  readonly restore: (stored: unknown) => Response<T> | null;
  readonly score: (item: Item<T>, response: Response<T>) => Outcome;
  /** What is shown after scoring, options in the same draw as {@link deliver}. */
  readonly review: (item: Item<T>, random: Random, response: Response<T>) => Review<T>;
  readonly account: (item: Item<T>, response: Response<T>) => Account;
}
