/** A text as Moodle keeps it: with the format in which it is to be read. */
export interface MoodleText {
  readonly format: 'html' | 'plain' | 'markdown';
  readonly text: string;
}

/** An answer with the share of the mark that it earns. */
export interface MoodleAnswer<Value = MoodleText> {
  readonly answer: Value;
  /** -100 to 100; see {@link percentOf}. */
  readonly percent: number;
  readonly feedback: MoodleText | null;
}

/** How a question is answered, by the names that Moodle gives its question types. */
export type MoodleForm =
  | {
      readonly qtype: 'multichoice';
      readonly single: boolean;
      /** False where a file says so; what says nothing of it is shuffled. */
      readonly shuffle: boolean;
      readonly answers: readonly MoodleAnswer[];
    }
  | {
      readonly qtype: 'truefalse';
      readonly isTrue: boolean;
      readonly whenTrue: MoodleText | null;
      readonly whenFalse: MoodleText | null;
    }
  /** Answers are compared whole, without regard to case; `*` stands for anything, `\*` for itself. */
  | { readonly qtype: 'shortanswer'; readonly answers: readonly MoodleAnswer<string>[] }
  | {
      readonly qtype: 'numerical';
      readonly answers: readonly MoodleAnswer<MoodleNumber>[];
      readonly unit: string | null;
    }
  | { readonly qtype: 'match'; readonly pairs: readonly MoodlePair[] }
  /** In the right order. */
  | {
      readonly qtype: 'ordering';
      readonly entries: readonly MoodleText[];
      readonly isAllOrNothing: boolean;
    };

/** A number that is answered; null stands for any (`*`). */
export interface MoodleNumber {
  readonly value: number | null;
  /** Its ends count. */
  readonly tolerance: number;
}

/** Two texts that belong together; the left one may be formatted. */
export interface MoodlePair {
  readonly left: MoodleText;
  readonly right: string;
}

/** A question of Moodle’s, as GIFT and Moodle XML write it. */
export interface MoodleQuestion {
  readonly name: string;
  /** `bank/item`; null where a file tells none. */
  readonly idNumber: string | null;
  readonly stem: MoodleText;
  /** General feedback; null where there is none. */
  readonly explanation: MoodleText | null;
  readonly tags: readonly string[];
  readonly form: MoodleForm;
}
