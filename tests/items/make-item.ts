import type { SourceId } from '../../src/lib/passage/source.ts';
import { optionIdAt, type ItemId } from '../../src/lib/quiz/ids.ts';
import type { Item, ItemType } from '../../src/lib/quiz/item.ts';
import type { Sentence } from '../../src/lib/item-types/evidence.ts';
import type { Option } from '../../src/lib/item-types/options.ts';

/** Options with these texts; every one has a reply and a trap that a leak would show. */
function makeOptions(...texts: readonly string[]): Option[] {
  return texts.map((text, index) => ({
    id: optionIdAt(index),
    text,
    reply: `zqreply${index}`,
    trap: `zqtrap${index}`,
  }));
}

/** Sentences to pick from, their decisive words marked. */
export function makeSentences(...texts: readonly string[]): Sentence[] {
  return texts.map((text, index) => ({
    id: optionIdAt(index),
    passage: {
      source: 'wire' as SourceId,
      exact: text,
      marks: [{ start: 0, end: 1 }],
      occurrence: null,
      near: false,
    },
    reply: `zqreply${index}`,
    trap: `zqtrap${index}`,
  }));
}

const base = {
  id: 'outage-peak' as ItemId,
  version: 1,
  language: 'en',
  stem: 'How many?',
  level: 'recall' as const,
  passages: [
    {
      source: 'wire' as SourceId,
      exact: 'zqpassage',
      marks: [],
      occurrence: null,
      near: false,
    },
  ],
  compare: [],
  searched: [],
  why: ['zqwhy'],
  settle: 'zqsettle',
  asOf: null,
  corrections: [],
};

/** An item of each type, with a canary in all that must stay on the server. */
const samples: { readonly [T in ItemType]: Item<T> } = {
  'single-choice': {
    ...base,
    type: 'single-choice',
    options: makeOptions('one', 'two', 'three'),
    key: optionIdAt(1),
  },
  'multiple-response': {
    ...base,
    type: 'multiple-response',
    options: makeOptions('one', 'two', 'three', 'four', 'five'),
    key: [optionIdAt(0), optionIdAt(2), optionIdAt(3)],
    score: 'each',
  },
  verdict: {
    ...base,
    type: 'verdict',
    key: 'not-stated',
    replies: [{ label: 'supported', reply: 'zqreply0', trap: 'zqtrap0' }],
  },
  'text-entry': {
    ...base,
    type: 'text-entry',
    variants: ['zqone', 'zq two'],
    expectedWrong: [{ text: 'zqthree', reply: 'zqreply0', trap: 'zqtrap0' }],
  },
  order: {
    ...base,
    type: 'order',
    options: makeOptions('one', 'two', 'three'),
    score: 'each',
  },
  match: {
    ...base,
    type: 'match',
    pairs: ['one', 'two', 'three'].map((left, index) => ({
      id: optionIdAt(index),
      left,
      right: `${left} by name`,
      reply: `zqreply${index}`,
      trap: `zqtrap${index}`,
    })),
    score: 'each',
  },
  'evidence-select': {
    ...base,
    type: 'evidence-select',
    sentences: makeSentences('one', 'two', 'three'),
    pick: 1,
    groups: [[optionIdAt(0)]],
  },
  'verdict-with-evidence': {
    ...base,
    type: 'verdict-with-evidence',
    key: 'supported',
    replies: [{ label: 'refuted', reply: 'zqreply0', trap: 'zqtrap0' }],
    sentences: makeSentences('one', 'two', 'three', 'four'),
    pick: 2,
    groups: [[optionIdAt(0), optionIdAt(2)]],
  },
  numeric: {
    ...base,
    type: 'numeric',
    value: 5.3,
    tolerance: 0.05,
    unit: '%',
    expectedWrong: [{ value: 0.14, reply: 'zqreply0', trap: 'zqtrap0' }],
  },
};

/** An item of this type, with some parts otherwise. */
export function makeItem<T extends ItemType>(type: T, part: Partial<Item<T>> = {}): Item<T> {
  return { ...samples[type], ...part };
}

/** One item of every type. */
export const everyItem: readonly Item[] = Object.values(samples);

/** Form fields from a plain record. */
export function fieldsOf(
  record: Readonly<Record<string, readonly string[]>>,
): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(record));
}
