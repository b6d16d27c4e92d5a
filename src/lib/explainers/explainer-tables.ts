/** What a source says to a claim; `silent` where it says nothing of the matter. */
export type StanceName = 'supports' | 'contradicts' | 'differs' | 'silent';

/** A claim and what each source says to it; a source without a cell is silent. */
export interface ClaimRow {
  readonly claim: string;
  /** By the source's id; `of` names the passage: `bank/item` or `bank/item:2`. */
  readonly cells: Readonly<Record<string, { readonly is: StanceName; readonly of: string }>>;
}

/** Something that happened, and what each source says of when; by the source's id. */
export interface DatedEvent {
  /** The date as the sources give it, for instance "April 2023". */
  readonly when: string;
  readonly what: string;
  readonly given: Readonly<Record<string, { readonly date: string; readonly of: string }>>;
  /** What a reader should know of the date, for instance that nobody confirms it. */
  readonly note?: string;
}
