/** Collects what becomes of a question’s parts that the bank format can’t say. */
export interface Gaps {
  /** Something that is left out or changed, and does not keep the item from being asked. */
  readonly lose: (message: string) => void;
  /** Something that the item needs and does not have: it is a draft. */
  readonly miss: (message: string) => void;
}
