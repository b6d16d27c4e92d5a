/** A type’s own part of an item. */
export interface WrittenForm {
  /** `key: value` lines. */
  readonly keys: readonly string[];
  /** Paragraphs and lists, a blank line between two. */
  readonly parts: readonly string[];
}
