import { getContext, setContext } from 'svelte';
import type { Given } from '../item-types/views.ts';
import type { Delivered, ItemType, Review } from '../quiz/item.ts';
import type { Revised } from '../quiz/correction.ts';
import type { Evidence, Reveal } from '../quiz/reveal.ts';
import type { SourceNames } from '../quiz/source-names.ts';

/** A question inside prose: as it is asked, or with its reveal. */
export type ShownQuestion = {
  readonly name: string;
  readonly stem: string;
  /** Of the question (BCP 47). */
  readonly language: string;
  readonly compared: readonly Evidence[];
} & (
  | {
      readonly kind: 'open';
      readonly version: number;
      readonly question: {
        [T in ItemType]: { readonly type: T; readonly delivered: Delivered<T> };
      }[ItemType];
    }
  | {
      readonly kind: 'revealed';
      /** Null where the item is still as it was answered. */
      readonly revision: Revised | null;
      readonly reviewed:
        | {
            [T in ItemType]: {
              readonly type: T;
              readonly delivered: Delivered<T>;
              readonly review: Review<T>;
            };
          }[ItemType]
        | null;
      readonly reveal: Reveal;
    }
);

/** The question that has just been sent, and what came of it. */
export interface Answering {
  readonly name: string;
  /** Why nothing was stored; null where it was, or where an earlier answer stands. */
  readonly problem: string | null;
  /** What was sent, to be shown again. */
  readonly given: Given;
}

/** All questions of an explainer, by the names that its prose uses. */
export interface InlineQuestions {
  readonly questions: Readonly<Record<string, ShownQuestion>>;
  readonly answering: Answering | null;
  readonly sourceNames: SourceNames;
  /** True where this browser wants to be asked how sure it is. */
  readonly asksCertainty: boolean;
}

const key = Symbol('questions');

/** Gives an explainer's questions to the components of its prose. */
export function provideQuestions(questions: () => InlineQuestions): void {
  setContext(key, questions);
}

/** The questions of the explainer in whose prose a component stands. */
export function inlineQuestions(): InlineQuestions {
  return getContext<() => InlineQuestions>(key)();
}
