import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGift } from '../../../src/lib/formats/travel/gift/read-gift.ts';

function readAll(text: string) {
  const reading = readGift(text);
  if (!reading.ok) throw new Error(reading.fault.message);
  const notes = reading.notes.map(({ about, line, message }) => `${line} ${about}: ${message}`);
  return { questions: reading.questions, notes, title: reading.title };
}

describe('GIFT by other hands', () => {
  it('is read in all its forms', () => {
    const { notes, questions, title } = readAll(`$CATEGORY: $course$/top/Storms

// a comment
::Peak:: How many households lost power? {=480,000 ~1.2 million#Those are people ~48,000}

Which two are named? {~%50%Upper Ford ~%50%Mill Lane ~%-100%Old Town}

The storm was mild.{FALSE#Read it again#As the log says####It was not.}

Who counted? {=Grid Agency =the Grid Agency =%0%council#It wrote about schools}

When did lines fall? {#9:0.5 #at nine}

How many villages? {#1..3}

Match. {=Upper Ford -> eleven =Mill Lane -> six}

Repairs take until {~Sunday =Tuesday} at the latest.
`);
    expect(title).toBe('Storms');
    expect(notes).toEqual([expect.stringMatching(/^12 .*reply.*“at nine”$/)]);
    expect(questions).toMatchObject([
      {
        id: 'peak',
        type: 'single-choice',
        options: [{ isKey: true }, { reply: 'Those are people' }, {}],
      },
      { type: 'multiple-response', score: 'each' },
      {
        type: 'single-choice',
        why: ['It was not.'],
        options: [
          { text: 'True', isKey: false, reply: 'Read it again' },
          { text: 'False', isKey: true, reply: 'As the log says' },
        ],
      },
      {
        type: 'text-entry',
        variants: ['Grid Agency', 'the Grid Agency'],
        expectedWrong: [{ given: 'council', reply: 'It wrote about schools' }],
      },
      { type: 'numeric', value: 9, tolerance: 0.5 },
      { type: 'numeric', value: 2, tolerance: 1 },
      { type: 'match', pairs: [{ left: 'Upper Ford', right: 'eleven' }, {}] },
      { type: 'single-choice', stem: 'Repairs take until _____ at the latest.' },
    ]);
  });

  it('is read where an empty line is missing, which Moodle would swallow', () => {
    const { notes, questions } = readAll('::a::One? {=yes ~no}\n::b::Two? {=yes ~no}');
    expect(questions.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(notes).toEqual([
      '2 b: No empty line stands before it, so Moodle would not see it. It is read all the same.',
    ]);
  });

  it('reads escapes, formats and lines as Moodle does', () => {
    const { questions } = readAll(
      '::x::[html]<p>A \\{b\\}\\: <b>c</b></p><p>d &amp; e</p> {\n=[plain]1 \\= 1 \\\\ \\#\n~[markdown]*two*\n}',
    );
    expect(questions).toMatchObject([
      { stem: 'A {b}: c d & e', options: [{ text: '1 = 1 \\ #' }, { text: '*two*' }] },
    ]);
  });

  it('names what it leaves out, with its line', () => {
    const { notes, questions } = readAll(
      'Just read this.\n\n::e::Say why. {}\n\n::f::Broken { =a ~b\n\n::g::Fine? {=yes ~no}\n\n::h::{#about ten}',
    );
    expect(questions.map(({ id }) => id)).toEqual(['g']);
    expect(notes.map((note) => note.slice(0, 30))).toEqual([
      '1 Just read this.: A descripti',
      '3 e: An essay is left out: not',
      '3 e: It has no answer that can',
      '5 f: A { or } has no partner, ',
      '9 h: “about ten” is no number;',
      '9 h: It has no answer that can',
    ]);
  });

  it.each([
    ['Capital? {Paris ~Oslo =Rome}', ['Paris', 'Oslo', 'Rome']],
    ['Is x<y and y>z? {=yes ~no}', ['yes', 'no']],
    ['<b>Which?</b> {=a &amp; b ~c}', ['a & b', 'c']],
  ])('keeps every option and sign of %s', (text, options) => {
    const [question] = readAll(text).questions;
    expect(question).toMatchObject({ options: options.map((each) => ({ text: each })) });
    expect(question?.stem).toBe(text.replace(/ \{.*/, '').replace(/<\/?b>/g, ''));
  });

  it('has no range with less than nothing, whichever end comes first', () => {
    expect(readAll('When? {#5..1}').questions).toMatchObject([{ value: 3, tolerance: 2 }]);
  });

  it('shows no answer in a stem: of two places for answers none is taken', () => {
    const { notes, questions } = readAll(
      'Rome is in {=Italy ~Spain}, Oslo in {=Norway ~Peru}.\n\nOne? {=yes ~no}\nTwo? {=c ~d}\n\nFine? {=yes ~no}',
    );
    expect(questions.map(({ stem }) => stem)).toEqual(['Fine?']);
    expect(notes).toHaveLength(2);
    expect(notes[0]).toContain('It has answers at two places');
  });

  it('names replies, ranges and partners that it can’t keep', () => {
    const { notes } = readAll(
      '::t::Who? {=Agency#Well done =%0%council#No}\n\n::n::When? {#=9:0.5#Just so =%0%12:2#Later}\n\n::m::Match. {=a -> b =lonely =c -> d}',
    );
    expect(notes).toEqual([
      '1 t: The reply to the right answer is left out: “Well done”',
      '3 n: The reply to the right answer is left out: “Just so”',
      '3 n: The reply to 12 was given within 2 of it; here it is given to this number alone.',
      '5 m: “lonely” has no partner; it is left out.',
    ]);
  });

  it('takes tags of others for theirs, and says where Markdown is left', () => {
    const { notes, questions } = readAll(
      '// [tag:type:exam] [tag:level:hard] [tag:language:German] [tag:version:new] [tag:pick:me] [tag:score:9]\n::x::[markdown]**Which?** {=a ~b}',
    );
    expect(questions).toMatchObject([
      {
        ...{ language: 'und', level: null, version: null },
        tags: ['type:exam', 'level:hard', 'language:German', 'version:new', 'pick:me', 'score:9'],
      },
    ]);
    expect(notes).toEqual([
      '2 x: Its signs of Markdown stand in the text as they are. Take them out.',
    ]);
  });

  // Each of these takes hours where any part of the work grows with the square of the length.
  it.each([
    ['spaces', `Which? {=a${' '.repeat(2_000_000)}b ~c}`],
    ['tags that never end', `// ${'[tag:'.repeat(400_000)}\nWhich? {=a ~b}`],
  ])('is read with no end of %s', (_what, text) => {
    expect(readAll(text).questions).toHaveLength(1);
  });

  it('is refused where there is nothing to ask', () => {
    const reading = readGift('Dear colleagues,\n\nsee you on Monday.');
    expect(reading.ok ? '' : reading.fault.message).toMatch(
      /^This is no GIFT that can be taken over/,
    );
  });

  it('is refused where it is larger than tens of thousands of questions', () => {
    const reading = readGift('Which? {=a ~b}\n\n'.repeat(400_000));
    expect(reading.ok ? '' : reading.fault.message).toMatch(/more than 5 million signs/);
  });

  it('never throws, whatever the text', () => {
    const pieces = fc.constantFrom(
      ...'{}=~#%:\\\n[]->T1. '.split(''),
      '::',
      '####',
      '%50%',
      '[html]',
      '<p',
      '&#',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ maxLength: 3 })), { maxLength: 40 }),
        (parts) => {
          expect(typeof readGift(parts.join('')).ok).toBe('boolean');
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
