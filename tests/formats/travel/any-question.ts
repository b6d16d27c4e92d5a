import fc from 'fast-check';
import type { SourceId } from '../../../src/lib/passage/source.ts';
import { optionIdAt } from '../../../src/lib/quiz/ids.ts';
import { levels } from '../../../src/lib/quiz/item.ts';
import { verdictLabels } from '../../../src/lib/quiz/verdict-label.ts';
import { english } from '../../../src/lib/messages/english.ts';
import type {
  TravelBase,
  TravelForms,
  TravelOption,
  TravelPassage,
  TravelQuestion,
} from '../../../src/lib/formats/travel/question.ts';

/** Signs that mean something to a format, and some that only look as if they did. */
const signs = fc.constantFrom(
  ...[...'~=#{}:\\%*_[]()<>&"\'`|->/;!+.,?“”‘’–…éßñ中文عربي🙂'],
  ...['->', '::', '####', '//', '\\n', ']]>', '<b>', '&amp;', '&nbsp;', '[html]', '%50%', '-->'],
);
const words = fc.constantFrom('Some', '480,000', 'households', 'were', 'without', 'T', 'TRUE', '1');

/** One line of any text that an author could write: composed, its spaces evened, not empty. */
const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(words, words, signs, fc.constant(' '), fc.string({ unit: 'grapheme', maxLength: 3 })),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((parts) =>
    parts
      .join('')
      .normalize('NFC')
      .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  .filter((text) => text !== '' && text === text.normalize('NFC'));

const sources = {
  wire: {
    id: 'wire' as SourceId,
    attribution: 'Example Wire, “Storm & night”, 2026-03-12',
    url: 'https://wire.example/a?b=1&c=2',
  },
  daily: { id: 'daily' as SourceId, attribution: '“After the storm”', url: null },
};
const anySource = fc.constantFrom(sources.wire, sources.daily);

const anyPassage: fc.Arbitrary<TravelPassage> = fc
  .tuple(anySource, anyText, fc.boolean(), fc.boolean())
  .map(([source, exact, isMarked, near]) => {
    const end = exact.indexOf(' ') === -1 ? exact.length : exact.indexOf(' ');
    return { source, exact, marks: isMarked ? [{ start: 0, end }] : [], near };
  });

const anyReply = fc.option(anyText, { nil: null });
const anyTrap = fc.option(fc.constantFrom('unit', 'headline'), { nil: null });
const anyScore = fc.constantFrom('all' as const, 'each' as const);

function optionsOf(least: number, keysOf: (index: number, key: number) => boolean) {
  return fc
    .tuple(
      fc.uniqueArray(fc.tuple(anyText, anyReply, anyTrap), {
        minLength: least,
        maxLength: 6,
        selector: ([text]) => text.toLowerCase(),
      }),
      fc.nat(5),
    )
    .map(([rows, key]) =>
      rows.map(([text, reply, trap], index): TravelOption => ({
        id: optionIdAt(index),
        text,
        isKey: keysOf(index, key % rows.length),
        reply,
        trap,
      })),
    );
}

const verdicts = fc.tuple(fc.constantFrom(...verdictLabels), anyReply).map(([key, reply]) =>
  verdictLabels.map((label) => ({
    id: label,
    text: english.say(`verdict.${label}`),
    isKey: label === key,
    reply: label === key ? null : reply,
    trap: null,
  })),
);

const picking = fc
  .tuple(
    fc.uniqueArray(fc.tuple(anyPassage, anyReply), {
      minLength: 4,
      maxLength: 6,
      selector: ([{ exact }]) => exact,
    }),
    fc.constantFrom(1, 2),
  )
  .map(([rows, pick]) => ({
    sentences: rows.map(([passage, reply], index) => ({
      id: optionIdAt(index),
      passage: { ...passage, near: false },
      reply,
      trap: null,
    })),
    pick,
    groups: pick === 1 ? [[optionIdAt(0)], [optionIdAt(2)]] : [[optionIdAt(0), optionIdAt(2)]],
  }));

const anyNumber = fc.oneof(
  fc.integer({ min: -1e9, max: 1e9 }),
  fc.integer({ min: -1e6, max: 1e6 }).map((number) => number / 1000),
  fc.constantFrom(1e21, 5e-7, 0),
);

const forms: { readonly [T in keyof TravelForms]: fc.Arbitrary<TravelForms[T]> } = {
  'single-choice': fc.record({ options: optionsOf(2, (index, key) => index === key) }),
  'multiple-response': fc.record({
    options: optionsOf(3, (index, key) => index === 0 || (index === key && index < 2)),
    score: anyScore,
  }),
  verdict: fc.record({ options: verdicts }),
  numeric: fc.record({
    value: anyNumber,
    tolerance: fc.constantFrom(0, 0.05, 500, 1e-7),
    unit: fc.option(fc.constantFrom('%', 'people', 'US$'), { nil: null }),
    expectedWrong: fc.array(fc.record({ given: anyNumber, reply: anyText, trap: anyTrap }), {
      maxLength: 2,
    }),
  }),
  'text-entry': fc.record({
    variants: fc.uniqueArray(anyText, { minLength: 1, maxLength: 3 }),
    expectedWrong: fc.array(fc.record({ given: anyText, reply: anyText, trap: anyTrap }), {
      maxLength: 2,
    }),
  }),
  order: fc.record({ options: optionsOf(2, () => true), score: anyScore }),
  match: fc.record({
    pairs: fc
      .uniqueArray(fc.tuple(anyText, anyText, anyReply), {
        minLength: 2,
        maxLength: 5,
        selector: ([left]) => left,
      })
      .map((rows) =>
        rows.map(([left, right, reply], index) => ({
          id: optionIdAt(index),
          left,
          right,
          reply,
          trap: null,
        })),
      ),
    score: anyScore,
  }),
  'evidence-select': picking,
  'verdict-with-evidence': fc
    .tuple(verdicts, picking)
    .map(([options, picks]) => ({ options, ...picks })),
};

const anyBase: fc.Arbitrary<TravelBase> = fc
  .record({
    id: fc.constantFrom('outage-peak', 'repairs', 'a'),
    version: fc.integer({ min: 1, max: 99 }),
    language: fc.constantFrom('en', 'de', 'pt-BR'),
    stem: anyText,
    level: fc.constantFrom(...levels),
    passages: fc.array(anyPassage, { maxLength: 3 }),
    isComparison: fc.boolean(),
    searched: fc.constantFrom([], [sources.wire], [sources.daily, sources.wire]),
    why: fc.array(anyText, { minLength: 1, maxLength: 3 }),
    settle: fc.option(anyText, { nil: null }),
    asOf: fc.option(fc.constantFrom('2026-03-12', 'a Monday'), { nil: null }),
    tags: fc.constantFrom([], ['storm'], ['Week 3', 'energy']),
  })
  .map(({ isComparison, ...base }) => ({
    ...base,
    compare: isComparison ? comparedIn(base.passages) : [],
  }));

/** Each source once, in the order of the passages. */
function comparedIn(passages: readonly TravelPassage[]) {
  return [...new Map(passages.map(({ source }) => [source.id, source])).values()];
}

/** A question of any type, with texts that would trip a careless writer. */
export const anyQuestion: fc.Arbitrary<TravelQuestion> = fc
  .oneof(
    ...Object.entries(forms).map(([type, form]) =>
      fc
        .tuple(anyBase, form as fc.Arbitrary<object>)
        .map(([base, own]) => ({ ...base, type, ...own }) as TravelQuestion),
    ),
  )
  .map(withoutSentenceTwice);

/** No author quotes a sentence to pick once more below it. */
function withoutSentenceTwice(question: TravelQuestion): TravelQuestion {
  if (!('sentences' in question)) return question;
  const picked = question.sentences.map(({ passage }) => passage.exact);
  const passages = question.passages.filter(({ exact }) => !picked.includes(exact));
  return { ...question, passages, compare: comparedIn(passages) };
}
