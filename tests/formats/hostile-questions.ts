import fc from 'fast-check';
import type { SourceId } from '../../src/lib/passage/source.ts';
import type { ItemType } from '../../src/lib/quiz/item.ts';
import { verdictLabels } from '../../src/lib/quiz/verdict-label.ts';
import type {
  TravelForms,
  TravelPassage,
  TravelQuestion,
  TravelSource,
} from '../../src/lib/formats/travel/question.ts';

/** Pieces of the bank format, and of what else Markdown knows, to be put together by chance. */
const pieces = [
  ...[
    '#',
    '## ',
    '###### x',
    ' #',
    '>',
    '> [wire] ',
    '- ',
    '- (x) ',
    '( ) ',
    '(x) ',
    '[x] ',
    '[ ] ',
  ],
  ...['1. ', '10) ', '+ ', '* ', '= 5 ', '---', '***', '- - -', '===', '```', '~~~', '~~', '`'],
  ...['id: x', 'draft: yes', 'not x', 'Why: ', 'Settle: ', 'verdict: ', ' #trap unit', '\\#trap x'],
  ...['*', '_', '**', '<b>', '<!--', '-->', '</', '<https://a.b/_c_>', '[a](b)', '[a]: b', '[^1]'],
  ...['![', '](', '| a | b |', '|', '\\', '\\\\', '&amp;', '&#65;', '&nbsp;', '&', '$', '\t', '\n'],
  ...['http://a.b/c_d*e', 'https://x.y?a=(b)', 'www.a_b.c', 'a_b.c@d_e.fg', 'mailto:a@b.cd', '…'],
  ...[
    '“',
    '’',
    'é',
    'e\u0301',
    'ﬁ',
    '\u00a0',
    '\u2028',
    '漢',
    '🌩',
    'ا',
    'word',
    ' ',
    ' ',
    '1,200.5',
  ],
];

const composed = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 4 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join(''));

/** A text as every reader of the format gives it back: one line. */
export const line = composed
  .map((text) => text.replaceAll('\0', '').replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '');

/** A text for a place in which the format knows signs that nothing escapes. */
const lineWithout = (sign: RegExp) =>
  line
    .map((text) => text.replace(sign, '').replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');

const trap = fc.option(fc.constantFrom('unit', 'headline', 'a-b2'), { nil: null });
const reply = fc.record({ reply: fc.option(line, { nil: null }), trap });
const score = fc.constantFrom('all' as const, 'each' as const);
const idAt = (index: number) => String.fromCharCode(97 + index);

const source: fc.Arbitrary<TravelSource> = fc
  .constantFrom('wire', 'daily')
  .map((id) => ({ id: id as SourceId, attribution: id, url: null }));

const address = /https?:\/\/|www\.|@|==|\s#(?:near|group)/gi;
const quotation = line
  .map((text) => text.normalize('NFC').replace(address, ' ').replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '' && !/==|\s#(?:near|group)/.test(text));

/** A passage with a mark that covers whole pieces of it. */
const passage: fc.Arbitrary<TravelPassage> = fc
  .tuple(quotation, source, fc.boolean(), fc.nat(), fc.nat(), fc.boolean())
  .map(([exact, from, near, one, other, isMarked]) => {
    const [start = 0, end = 0] = [one % exact.length, other % (exact.length + 1)].toSorted(
      (a, b) => a - b,
    );
    const isClean = !/=/.test(exact) && end > start;
    return { source: from, exact, marks: isMarked && isClean ? [{ start, end }] : [], near };
  });

function optionsWith(isKey: (index: number, count: number) => boolean) {
  return fc.array(fc.tuple(line, reply), { minLength: 2, maxLength: 12 }).map((options) =>
    options.map(([text, said], index) => ({
      id: idAt(index),
      text,
      isKey: isKey(index, options.length),
      ...said,
    })),
  );
}

const wrongText = lineWithout(/:/g);
const verdicts = fc
  .tuple(fc.nat(3), fc.array(fc.option(line, { nil: null }), { minLength: 4, maxLength: 4 }), trap)
  .map(([key, replies, named]) => ({
    options: verdictLabels.map((id, index) => {
      const said = index === key ? null : (replies[index] ?? null);
      return {
        id,
        text: id,
        isKey: index === key,
        reply: said,
        trap: said === null ? null : named,
      };
    }),
  }));
const picking = fc.array(fc.tuple(passage, reply), { minLength: 3, maxLength: 6 }).chain((all) =>
  fc.boolean().map((isAlone) => ({
    sentences: all.map(([quoted, said], index) => ({ id: idAt(index), passage: quoted, ...said })),
    pick: 2,
    groups: isAlone ? [['a'], ['b']] : [['a', 'b']],
  })),
);
const number = fc
  .oneof(fc.integer(), fc.double({ noNaN: true, min: -1e60, max: 1e60 }))
  .map((n) => (Math.abs(n) < 1e-90 ? 0 : n));

/** Every item type’s form, its texts hostile. */
const forms: { readonly [T in ItemType]: fc.Arbitrary<TravelForms[T]> } = {
  'single-choice': fc.record({ options: optionsWith((index) => index === 1) }),
  'multiple-response': fc.record({ options: optionsWith((index) => index === 1), score }),
  verdict: verdicts,
  numeric: fc.record({
    value: number,
    tolerance: number.map(Math.abs),
    unit: fc.constantFrom(null, '%', 'km', 'km/h', 'index points', '*', 'm_2'),
    expectedWrong: fc.array(fc.record({ given: number, reply: line, trap }), { maxLength: 3 }),
  }),
  'text-entry': fc.record({
    variants: fc.array(lineWithout(/\|/g), { minLength: 1, maxLength: 3 }),
    expectedWrong: fc.array(fc.record({ given: wrongText, reply: line, trap }), { maxLength: 3 }),
  }),
  order: fc.record({ options: optionsWith(() => true), score }),
  match: fc.record({
    pairs: fc
      .array(fc.tuple(lineWithout(/::/g), lineWithout(/::/g), reply), {
        minLength: 2,
        maxLength: 5,
      })
      .map((pairs) =>
        pairs.map(([left, right, said], index) => ({ id: idAt(index), left, right, ...said })),
      ),
    score,
  }),
  'evidence-select': picking,
  'verdict-with-evidence': fc
    .tuple(verdicts, picking)
    .map(([claim, sentences]) => ({ ...claim, ...sentences })),
};

/** A question of this type whose texts try to be read as something else. */
export function hostileQuestion(type: ItemType): fc.Arbitrary<TravelQuestion> {
  const base = fc.record({
    stem: line,
    level: fc.constantFrom('recall' as const, 'judge' as const),
    passages: fc.array(passage, { maxLength: 2 }),
    why: fc.array(line, { maxLength: 3 }),
    settle: fc.option(line, { nil: null }),
    asOf: fc.option(line, { nil: null }),
    searched: type === 'verdict' ? fc.array(source, { maxLength: 2 }) : fc.constant([]),
  });
  return fc.tuple(base, forms[type]).map(
    ([shared, form]) =>
      ({
        id: 'asked',
        version: null,
        language: 'en',
        compare: [],
        tags: [],
        ...shared,
        type,
        ...form,
      }) as TravelQuestion,
  );
}
