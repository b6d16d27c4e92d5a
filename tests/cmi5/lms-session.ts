/** A statement as a unit sends it. */
export interface Sent {
  readonly id: string;
  readonly timestamp: string;
  readonly actor: unknown;
  readonly verb: { readonly id: string };
  readonly object: { readonly id: string; readonly definition?: Readonly<Record<string, unknown>> };
  readonly result?: {
    readonly score?: Readonly<Record<string, number>> & { readonly scaled?: number };
    readonly success?: boolean;
    readonly completion?: boolean;
    readonly duration?: string;
    readonly response?: string;
  };
  readonly context: {
    readonly registration: string;
    readonly extensions?: Readonly<Record<string, unknown>>;
    readonly contextActivities?: Readonly<
      Record<string, readonly { readonly id: string }[] | undefined>
    >;
  };
}

/** How a unit is launched. */
export interface Launch {
  /** JSON. */
  readonly actor: string;
  readonly registration: string;
  readonly activityId: string;
  readonly publisherId: string;
  readonly sessionId: string;
  readonly mode: 'Normal' | 'Browse' | 'Review';
  readonly masteryScore: number | null;
  readonly returnUrl: string | null;
  /** What the learner prefers; null where nothing is set. */
  readonly language: string | null;
}

/** One launch and what came of it. */
export interface LmsSession {
  readonly launch: Launch;
  /** What earlier sessions of the registration have stated. */
  readonly registrationVerbs: readonly string[];
  /** Those that were taken, in order. */
  readonly statements: Sent[];
  /** True where the learner was launched again before it ended (9.3.6). */
  isAbandoned: boolean;
  readonly read: { token: boolean; launchData: boolean; preferences: boolean };
}
