/** Texts by language (BCP 47). */
export type LanguageMap = Readonly<Record<string, string>>;

/** Whoever a statement is of: an account, never a name or an address (xAPI 1.0.3, Data 2.4.2). */
export interface Actor {
  readonly objectType: 'Agent';
  readonly account: { readonly homePage: string; readonly name: string };
}

/** A choice of an interaction, as it is named in responses and as it is read. */
export interface InteractionComponent {
  readonly id: string;
  readonly description: LanguageMap;
}

/** How an item is answered, and what is right (Data, Appendix C). */
export interface InteractionDefinition {
  readonly interactionType: string;
  readonly correctResponsesPattern: readonly string[];
  readonly choices?: readonly InteractionComponent[];
  readonly source?: readonly InteractionComponent[];
  readonly target?: readonly InteractionComponent[];
}

/** What a statement is about (Data 2.4.4.1). */
export interface Activity {
  readonly objectType: 'Activity';
  readonly id: string;
  readonly definition?: {
    readonly type: string;
    readonly name: LanguageMap;
    readonly description?: LanguageMap;
  } & Partial<InteractionDefinition>;
}

/** A score: `scaled` from 0 to 1, `raw` between `min` and `max` (Data 2.4.5.1). */
export interface Score {
  readonly scaled: number;
  readonly raw: number;
  readonly min: number;
  readonly max: number;
}

/** What came of it (Data 2.4.5). */
export interface Result {
  readonly score?: Score;
  readonly success?: boolean;
  readonly completion?: boolean;
  readonly response?: string;
  /** ISO 8601. */
  readonly duration?: string;
}

/** One statement of xAPI 1.0.3 as this site sends it. */
export interface Statement {
  /** A UUID; the same for the same event, so that a second sending changes nothing. */
  readonly id: string;
  readonly actor: Actor;
  readonly verb: { readonly id: string; readonly display: LanguageMap };
  readonly object: Activity;
  readonly result: Result;
  readonly context: {
    /** A UUID: the attempt. */
    readonly registration: string;
    readonly platform?: string;
    readonly language: string;
    readonly contextActivities?: { readonly parent?: readonly Activity[] };
  };
  /** When it happened: ISO 8601 with milliseconds, UTC. */
  readonly timestamp: string;
}
