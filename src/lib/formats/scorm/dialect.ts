import type { Interaction } from '../interaction.ts';

/** A value for an element of the run-time data model. */
export type ScormWrite = readonly [element: string, value: string];

/** What an LMS has been told of a learner, in whatever version. */
export interface Reported {
  /** In percent; null where none was told. */
  readonly score: number | null;
  readonly isCompleted: boolean;
  readonly success: 'passed' | 'failed' | null;
}

/** An answered item and when that was. */
export interface TimedInteraction {
  readonly interaction: Interaction;
  /** Milliseconds since 1970, UTC. */
  readonly answeredAt: number;
  readonly latencyMs: number;
  /** By how many milliseconds the learner's clock is before UTC. */
  readonly offsetMs: number;
}

/** A version of SCORM as a running course speaks it. */
export interface ScormDialect {
  /** Where the LMS offers its functions. */
  readonly apiName: 'API' | 'API_1484_11';
  readonly calls: Readonly<
    Record<'initialize' | 'terminate' | 'get' | 'set' | 'commit' | 'lastError', string>
  >;
  /** Signs that the state may have. */
  readonly longestState: number;
  /** Where the LMS says whether it wants to be told: not when the quiz is browsed or reviewed. */
  readonly modeElement: string;
  /** The LMS's own mark, and what it is of. */
  readonly mastery: { readonly element: string; readonly whole: number };
  /** Reads what the LMS knows; `get` gives the empty text for what is not set. */
  readonly readReported: (get: (element: string) => string) => Reported;
  /** What to tell so that the LMS knows this. */
  readonly writeReported: (reported: Reported) => readonly ScormWrite[];
  /** Elements that an LMS of this version need not have: without them it knows all that counts. */
  readonly optional: readonly string[];
  /** An answered item at a place in the LMS's list, from 0. Its id comes first. */
  readonly writeInteraction: (at: number, timed: TimedInteraction) => readonly ScormWrite[];
  /** How the session ends if it ends now. */
  readonly writeLeaving: (isFinished: boolean, sessionMs: number) => readonly ScormWrite[];
}

/** A number as an LMS takes it: seven decimals at most, and never an exponent. */
export function decimal(value: number): string {
  return value.toFixed(7).replace(/\.?0+$/, '');
}

/** A score in percent as it is read back; null for what is none. */
export function readScore(text: string): number | null {
  const score = text.trim() === '' ? NaN : Number(text);
  return Number.isFinite(score) ? score : null;
}

/** How an answer did: right, the version's word for wrong, or the share that it earned. */
export function resultText({ outcome }: Interaction, wrong: string): string {
  const { correct, maxPoints, points } = outcome;
  if (correct) return 'correct';
  return points === 0 ? wrong : decimal(Math.round((points / maxPoints) * 10_000) / 10_000);
}
