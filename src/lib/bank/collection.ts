import type { Source, SourceId } from '../passage/source.ts';
import type { Bank } from '../quiz/item.ts';
import type { Explainer } from './explainer.ts';
import type { Issue } from './issue.ts';

/** A file of the content folder; `path` is relative to it, with forward slashes. */
export interface ContentFile {
  readonly path: string;
  readonly text: string;
}

/** All that a check reads, already in memory. */
export interface CollectionFiles {
  /** `banks/<bank>.md` */
  readonly banks: readonly ContentFile[];
  /** `sources/<source>.md` */
  readonly sources: readonly ContentFile[];
  /** `explainers/<slug>.svx` */
  readonly explainers: readonly ContentFile[];
  /** `banks.lock.json`, or null where nothing has been locked yet. */
  readonly lock: ContentFile | null;
  /** The articles' full texts, or null where `SOURCES_DIR` is not set: the lock then stands in. */
  readonly texts: ReadonlyMap<SourceId, string> | null;
}

/** What a check found: the banks that may be served, the cards, and every fault of every file. */
export interface Collection {
  /**
   * Banks without an error, in the order of their ids, without their drafts. Warnings do not keep a
   * bank out, but one of nothing but drafts is not among them.
   */
  readonly banks: readonly Bank[];
  readonly sources: ReadonlyMap<SourceId, Source>;
  /** Explainers without an error of their own, by their names. */
  readonly explainers: readonly Explainer[];
  /** Sorted by file, line, column, code. */
  readonly issues: readonly Issue[];
}
