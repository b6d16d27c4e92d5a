import type { Component } from 'svelte';
import type { Delivered, ItemType, Review } from '../quiz/item.ts';
import type { SourceNames } from '../quiz/source-names.ts';
import EvidenceSelect from './evidence-select/EvidenceSelect.svelte';
import EvidenceSelectReview from './evidence-select/EvidenceSelectReview.svelte';
import Match from './match/Match.svelte';
import MatchReview from './match/MatchReview.svelte';
import MultipleResponse from './multiple-response/MultipleResponse.svelte';
import MultipleResponseReview from './multiple-response/MultipleResponseReview.svelte';
import Numeric from './numeric/Numeric.svelte';
import NumericReview from './numeric/NumericReview.svelte';
import Order from './order/Order.svelte';
import OrderReview from './order/OrderReview.svelte';
import PaperLine from './paper/PaperLine.svelte';
import PaperMatch from './paper/PaperMatch.svelte';
import PaperOptions from './paper/PaperOptions.svelte';
import PaperOrder from './paper/PaperOrder.svelte';
import PaperVerdictWithEvidence from './paper/PaperVerdictWithEvidence.svelte';
import SingleChoice from './single-choice/SingleChoice.svelte';
import SingleChoiceReview from './single-choice/SingleChoiceReview.svelte';
import TextEntry from './text-entry/TextEntry.svelte';
import TextEntryReview from './text-entry/TextEntryReview.svelte';
import Verdict from './verdict/Verdict.svelte';
import VerdictReview from './verdict/VerdictReview.svelte';
import VerdictWithEvidence from './verdict-with-evidence/VerdictWithEvidence.svelte';
import VerdictWithEvidenceReview from './verdict-with-evidence/VerdictWithEvidenceReview.svelte';

/** The values of a form that was sent back, by field name: shown again, so that nothing is lost. */
export type Given = Readonly<Record<string, readonly string[]>>;

/** What every view before the answer gets. */
export interface AskProps<T extends ItemType> {
  readonly delivered: Delivered<T>;
  readonly given: Given;
  readonly sourceNames: SourceNames;
  /** Of the question, where it is not the page's (BCP 47). */
  readonly language: string | undefined;
  /** That the ids of its inputs begin with, unique in the page. */
  readonly id: string;
}

/**
 * What every view after the answer gets. What stood above the verdict stays where it was, so that it
 * gets what was asked too.
 */
export interface ReviewProps<T extends ItemType> {
  readonly delivered: Delivered<T>;
  readonly review: Review<T>;
  readonly sourceNames: SourceNames;
  /** Of the question, where it is not the page's (BCP 47). */
  readonly language: string | undefined;
}

/** What every view on paper gets. */
export interface PaperProps<T extends ItemType> {
  readonly delivered: Delivered<T>;
  readonly sourceNames: SourceNames;
}

/**
 * How an item type looks: its native inputs before the answer, what became of them after, and what
 * stands for them on paper.
 */
export interface ItemTypeViews<T extends ItemType> {
  readonly ask: Component<AskProps<T>>;
  readonly review: Component<ReviewProps<T>>;
  readonly paper: Component<PaperProps<T>>;
}

/** Every item type's views; a type that is missing here is a compile error that names it. */
export const itemTypeViews: { readonly [T in ItemType]: ItemTypeViews<T> } = {
  'single-choice': { ask: SingleChoice, review: SingleChoiceReview, paper: PaperOptions },
  'multiple-response': {
    ask: MultipleResponse,
    review: MultipleResponseReview,
    paper: PaperOptions,
  },
  verdict: { ask: Verdict, review: VerdictReview, paper: PaperOptions },
  numeric: { ask: Numeric, review: NumericReview, paper: PaperLine },
  'text-entry': { ask: TextEntry, review: TextEntryReview, paper: PaperLine },
  order: { ask: Order, review: OrderReview, paper: PaperOrder },
  match: { ask: Match, review: MatchReview, paper: PaperMatch },
  'evidence-select': { ask: EvidenceSelect, review: EvidenceSelectReview, paper: PaperOptions },
  'verdict-with-evidence': {
    ask: VerdictWithEvidence,
    review: VerdictWithEvidenceReview,
    paper: PaperVerdictWithEvidence,
  },
};
