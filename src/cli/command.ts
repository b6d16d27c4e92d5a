/** A subcommand of `npm run bank` or `npm run data`. */
export interface Command {
  /** How it is called and what it does, in one line. */
  readonly summary: string;
  /**
   * Resolves to the exit status: 0 in order, 1 faults found. Rejects, with a message for the reader,
   * where it could not run.
   */
  readonly run: (args: readonly string[]) => Promise<number>;
}
