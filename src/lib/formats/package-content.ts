import type { Speech } from '../messages/compiled-speaker.ts';
import type { Source } from '../passage/source.ts';
import type { DeliveryOptions } from '../quiz/delivery-options.ts';
import type { Bank } from '../quiz/item.ts';

/** The kinds of self-contained packages: how the quiz is played, and whom it tells. */
export type PackageKind = 'web' | 'scorm-1.2' | 'scorm-2004' | 'cmi5';

/** Which state of a bank a package holds; the same bank gives the same edition on every day. */
export interface Edition {
  /** Eight hexadecimal signs that follow from the content. */
  readonly version: string;
  /** The latest day that the content itself names: ISO 8601; null where it names none. */
  readonly date: string | null;
}

/** All that a self-contained player is given: the key included. */
export interface PackageContent {
  readonly kind: PackageKind;
  /** With the chosen items alone, in the order in which they are asked or drawn. */
  readonly bank: Omit<Bank, 'introduction' | 'summary' | 'updated'>;
  /** The cards of all sources of the bank. */
  readonly sources: readonly Source[];
  readonly options: Pick<DeliveryOptions, 'accent' | 'draw' | 'order' | 'passPercent' | 'theme'>;
  readonly edition: Edition;
  /** The bank’s IRI, by which statements name it; null in kinds that make none. */
  readonly iri: string | null;
  readonly speech: Speech;
}
