/** A place in an author's file: line and column count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A fault as a value: what an author reads of it and where it stands. */
export interface Issue extends Place {
  /** Relative to the content folder, for instance `banks/storm.md`. */
  readonly file: string;
  /** `E…` keeps a bank from being served, `W…` does not. */
  readonly code: string;
  /** Short name of the fault, for instance `quote-not-found`. */
  readonly name: string;
  /** What is wrong and why it matters, in one or two sentences. */
  readonly message: string;
  /** How to mend it, in the imperative. */
  readonly mend: string;
}
