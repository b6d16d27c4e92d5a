declare const brand: unique symbol;
/** A string that only the place which checked it may call by this name. */
export type Id<Name extends string> = string & { readonly [brand]: Name };

/** Names a source: the slug of its card, `src/content/sources/<source>.md`. */
export type SourceId = Id<'source'>;

const slug = /^[a-z][a-z0-9-]{0,63}$/;

/** True for the form that bank, item and source ids take, in files and in the address bar. */
export function isSlug(text: string): boolean {
  return slug.test(text);
}

/** What is known of an article; null stands for what the copy does not give. */
export interface Source {
  readonly id: SourceId;
  readonly title: string;
  /** How running text calls the source: the publisher, or a short title where none is named. */
  readonly shortName: string;
  readonly publisher: string | null;
  readonly author: string | null;
  /** The date as the source itself gives it, not normalised. */
  readonly published: string | null;
  readonly retrieved: string | null;
  readonly url: string | null;
  /** BCP 47 tag. */
  readonly language: string | null;
  readonly licence: string | null;
  /** What a reader should know, for instance that no other source confirms its dates. */
  readonly note: string | null;
  /** True where its licence lets the whole text be shown; else only passages are. */
  readonly mayBeShownWhole: boolean;
}
