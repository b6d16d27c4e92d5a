import type { XmlElement } from '../../xml-tree.ts';
import type { ItemType } from '../../../quiz/item.ts';
import type { TravelForms } from '../question.ts';
import type { Declared } from './read-declarations.ts';
import type { Explanation } from './read-explanation.ts';
import type { Feedbacks } from './read-feedback.ts';
import type { Rules } from './read-rules.ts';

/** The parts of an item of which its question is made. */
export interface ItemParts {
  readonly body: XmlElement;
  readonly interactions: readonly XmlElement[];
  readonly responses: ReadonlyMap<string, Declared>;
  /** True where chance gives each learner other words or another key. */
  readonly isDrawn: boolean;
  /** Outcomes that are numbers from the start, by their identifiers. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly rules: Rules;
  readonly feedbacks: Feedbacks;
  readonly explanation: Explanation;
  /** Tells the author of something that is not taken over as it was. */
  readonly note: (message: string) => void;
}

/** An interaction with what is declared of its response. */
export interface Asked {
  readonly interaction: XmlElement;
  readonly declared: Declared;
}

/** A question's type and form, with the identifiers of the feedback that went into it. */
export type FormRead = {
  [T in ItemType]: {
    readonly type: T;
    readonly form: TravelForms[T];
    readonly replies: readonly string[];
  };
}[ItemType];

/** A form, or in words why none of ours fits. */
export type FormReading = FormRead | { readonly type: null; readonly reason: string };

/** No form of ours fits, for this reason. */
export function unfit(reason: string): FormReading {
  return { type: null, reason };
}

/** Choices that a question has at most: more of them nobody reads. */
const mostChoices = 100;

/** What is wrong with a number of choices, in words; null where nothing is. */
export function countFault(count: number): string | null {
  if (count < 2) return 'it has fewer than two choices';
  return count > mostChoices ? `it has more than ${mostChoices} choices` : null;
}
