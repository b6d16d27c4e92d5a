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
    expect(notes).toEqual([]);
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

  it('is refused where there is nothing to ask', () => {
    const reading = readGift('Dear colleagues,\n\nsee you on Monday.');
    expect(reading.ok ? '' : reading.fault.message).toMatch(
      /^This is no GIFT that can be taken over/,
    );
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
