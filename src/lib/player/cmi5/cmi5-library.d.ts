/** What is used here of the library that knows cmi5’s launch and its statements. */
declare module '@rusticisoftware/cmi5' {
  /** A score by cmi5 (9.5.1): whole numbers but for `scaled`. */
  export interface Cmi5Score {
    readonly scaled: number;
    readonly raw: number;
    readonly min: number;
    readonly max: number;
  }

  /** What names an activity in a context. */
  export interface ActivityName {
    readonly id: string;
  }

  /** One or several. */
  export type Activities = ActivityName | readonly ActivityName[];

  /** A statement before it is sent; what the library leaves open is filled in. */
  export interface Cmi5Statement {
    readonly id: string;
    timestamp: string;
    readonly actor: unknown;
    verb: { readonly id: string; readonly display?: Readonly<Record<string, string>> };
    object: { readonly id: string; readonly definition?: unknown };
    result?: { duration?: string } & Readonly<Record<string, unknown>>;
    readonly context: {
      contextActivities?: Record<string, Activities>;
    };
  }

  /** One assignable unit, launched by an LMS. */
  class Cmi5 {
    /** Reads the launch parameters out of an address; throws where one is missing. */
    constructor(address: string);
    static convertMillisecondsToISO8601Duration(ms: number): string;
    /** Fetches the session’s token; an LMS hands it out once. */
    postFetch(): Promise<void>;
    loadLMSLaunchData(): Promise<void>;
    loadLearnerPrefs(): Promise<void>;
    getSessionId(): string;
    getLaunchMode(): string;
    getMasteryScore(): number | null;
    getReturnURL(): string | null;
    getEndpoint(): string;
    getAuth(): string;
    getActor(): unknown;
    getActivityId(): string;
    getRegistration(): string;
    includeSourceActivity(isIncluded: boolean): void;
    prepareStatement(verb: string): Cmi5Statement;
    initializedStatement(): Cmi5Statement;
    completedStatement(): Cmi5Statement;
    passedStatement(score: Cmi5Score): Cmi5Statement;
    failedStatement(score: Cmi5Score): Cmi5Statement;
    terminatedStatement(): Cmi5Statement;
  }

  export { Cmi5 as default };
}
