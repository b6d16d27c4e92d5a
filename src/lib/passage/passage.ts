import type { SourceId } from './source.ts';

/** A stretch of a text: UTF-16 offsets, `end` not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A verbatim span of a source (Web Annotation: the `exact` of a TextQuoteSelector). */
export interface Passage {
  readonly source: SourceId;
  /** The quotation in normal form, character for character as the publisher printed it. */
  readonly exact: string;
  /** The decisive words inside {@link Passage.exact}, in order, not overlapping. */
  readonly marks: readonly Span[];
  /** Which occurrence in the source is meant, from 1, where alike sentences have unlike neighbours. */
  readonly occurrence: number | null;
  /** True for the nearest passage to a thing that no source states: it proves nothing. */
  readonly near: boolean;
}
