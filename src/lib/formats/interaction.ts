import type { Say } from '../messages/say.ts';
import type { ItemId } from '../quiz/ids.ts';
import type { Item, ItemType, Response } from '../quiz/item.ts';
import type { Outcome } from '../quiz/outcome.ts';
import { verdictLabels } from '../quiz/verdict-label.ts';

/** What can be chosen, by the id that responses and patterns call it by. */
export interface InteractionOption {
  /** Letters a-z, figures and hyphens; unique among the options of its list. */
  readonly id: string;
  /** In words, as the learner read it. */
  readonly text: string;
}

/** A source and the target that was put beside it, by their ids. */
export type InteractionPair = readonly [source: string, target: string];

/** How an item is answered, what was answered, and what is right; alternatives in `patterns`. */
export type InteractionForm =
  /** One option or several; their order tells nothing. */
  | {
      readonly kind: 'choice';
      readonly options: readonly InteractionOption[];
      readonly response: readonly string[];
      readonly patterns: readonly (readonly string[])[];
    }
  /** All options, each once, in an order. */
  | {
      readonly kind: 'sequencing';
      readonly options: readonly InteractionOption[];
      readonly response: readonly string[];
      readonly patterns: readonly (readonly string[])[];
    }
  | {
      readonly kind: 'matching';
      readonly sources: readonly InteractionOption[];
      readonly targets: readonly InteractionOption[];
      readonly response: readonly InteractionPair[];
      readonly patterns: readonly (readonly InteractionPair[])[];
    }
  /** A short text, compared without regard to case. */
  | { readonly kind: 'fill-in'; readonly response: string; readonly patterns: readonly string[] }
  /** A number; its range counts as right, ends included. */
  | {
      readonly kind: 'numeric';
      readonly response: number;
      readonly value: number;
      readonly least: number;
      readonly most: number;
    };

/** An answered item as course systems are told of it: SCORM 1.2 and 2004, xAPI and cmi5. */
export interface Interaction {
  readonly itemId: ItemId;
  readonly stem: string;
  /** Of stem and options (BCP 47). */
  readonly language: string;
  readonly form: InteractionForm;
  readonly outcome: Outcome;
}

type FormOf<T extends ItemType> = (
  item: Item<T>,
  response: Response<T>,
  say: Say,
) => InteractionForm;

/** Every item type's form; a type that is missing here is a compile error that names it. */
const forms: { readonly [T in ItemType]: FormOf<T> } = {
  'single-choice': ({ options, key }, { option }) => ({
    kind: 'choice',
    options: options.map(optionOf),
    response: [option],
    patterns: [[key]],
  }),
  'multiple-response': ({ options, key }, response) => ({
    kind: 'choice',
    options: options.map(optionOf),
    response: response.options,
    patterns: [key],
  }),
  verdict: ({ key }, { label }, say) => ({
    kind: 'choice',
    options: labelOptions(say),
    response: [label],
    patterns: [[key]],
  }),
  numeric: ({ tolerance, value }, { readings }) => ({
    kind: 'numeric',
    response: nearest(readings, value),
    value,
    least: settled(value - tolerance),
    most: settled(value + tolerance),
  }),
  'text-entry': ({ variants }, { entry }) => ({
    kind: 'fill-in',
    response: entry,
    patterns: variants,
  }),
  order: ({ options }, response) => ({
    kind: 'sequencing',
    options: options.map(optionOf),
    response: response.order,
    patterns: [options.map(({ id }) => id)],
  }),
  match: ({ pairs }, { rights }) => ({
    kind: 'matching',
    sources: pairs.map(({ left }, index) => ({ id: String(index + 1), text: left })),
    targets: pairs.map(({ id, right }) => ({ id, text: right })),
    response: rights.map((id, index) => [String(index + 1), id] as const),
    patterns: [pairs.map(({ id }, index) => [String(index + 1), id] as const)],
  }),
  'evidence-select': ({ groups, sentences }, { picks }) => ({
    kind: 'choice',
    options: sentences.map(sentenceOption),
    response: picks,
    patterns: groups,
  }),
  'verdict-with-evidence': ({ groups, key, sentences }, { label, picks }, say) => ({
    kind: 'choice',
    options: [...labelOptions(say), ...sentences.map(sentenceOption)],
    response: [label, ...picks],
    patterns: groups.map((group) => [key, ...group]),
  }),
};

/** An answered item in the neutral form; its verdicts in the words of `say`. */
export function interactionOf(
  item: Item,
  response: Response<ItemType>,
  outcome: Outcome,
  say: Say,
): Interaction {
  // The table pairs each type with its own form, so an item always meets a response of its own shape.
  const form = forms[item.type] as unknown as FormOf<ItemType>;
  const { id, language, stem } = item;
  return { itemId: id, stem, language, form: form(item, response, say), outcome };
}

function optionOf({ id, text }: InteractionOption): InteractionOption {
  return { id, text };
}

function sentenceOption(sentence: {
  readonly id: string;
  readonly passage: { readonly exact: string };
}): InteractionOption {
  return { id: sentence.id, text: sentence.passage.exact };
}

function labelOptions(say: Say): InteractionOption[] {
  return verdictLabels.map((label) => ({ id: label, text: say(`verdict.${label}`) }));
}

/** Of the numbers that a text can mean the one that decides the score: the nearest to the right one. */
function nearest(readings: readonly number[], value: number): number {
  const [first = NaN, ...others] = readings;
  return others.reduce(
    (best, each) => (Math.abs(each - value) < Math.abs(best - value) ? each : best),
    first,
  );
}

/** Binary dust swept off. */
function settled(number: number): number {
  return Number(number.toPrecision(12));
}
