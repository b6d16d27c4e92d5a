import type { Component } from 'svelte';
import type { Delivered, ItemType, Review } from '../quiz/item.ts';
import MultipleResponse from './multiple-response/MultipleResponse.svelte';
import MultipleResponseReview from './multiple-response/MultipleResponseReview.svelte';
import Numeric from './numeric/Numeric.svelte';
import NumericReview from './numeric/NumericReview.svelte';
import SingleChoice from './single-choice/SingleChoice.svelte';
import SingleChoiceReview from './single-choice/SingleChoiceReview.svelte';
import Verdict from './verdict/Verdict.svelte';
import VerdictReview from './verdict/VerdictReview.svelte';

/** The values of a form that was sent back, by field name: shown again, so that nothing is lost. */
export type Given = Readonly<Record<string, readonly string[]>>;

/** How an item type looks: its native inputs before the answer, and what became of them after. */
export interface ItemTypeViews<T extends ItemType> {
  readonly ask: Component<{ delivered: Delivered<T>; given: Given }>;
  readonly review: Component<{ review: Review<T> }>;
}

/** Every item type's views; a type that is missing here is a compile error that names it. */
export const itemTypeViews: { readonly [T in ItemType]: ItemTypeViews<T> } = {
  'single-choice': { ask: SingleChoice, review: SingleChoiceReview },
  'multiple-response': { ask: MultipleResponse, review: MultipleResponseReview },
  verdict: { ask: Verdict, review: VerdictReview },
  numeric: { ask: Numeric, review: NumericReview },
};
