// @vitest-environment jsdom
import fc from 'fast-check';
import { parse, type GIFTQuestion, type TextFormat } from 'gift-pegjs';
import { describe, expect, it } from 'vitest';
import { gift } from '../../../src/lib/formats/travel/gift/gift.ts';
import type { TravelQuestion } from '../../../src/lib/formats/travel/question.ts';
import { anyQuestion } from './any-question.ts';
import { expectedOf, textOfHtml, written, type Expected } from './expected-answers.ts';

/** A text as GIFT’s readers show it. */
function shown({ format, text }: TextFormat): string {
  return format === 'html' ? textOfHtml(text) : text;
}

function shownOrNull(text: TextFormat | null): string | null {
  return text && shown(text);
}

describe('GIFT, read by gift-pegjs', () => {
  const writable = anyQuestion.filter((question) => gift.refuses(question) === null);

  /** Moodle’s star means anything, so ours is escaped; this reader leaves the backslash there. */
  const star = (text: string) => text.replaceAll('\\*', '*');

  function answersIn(read: GIFTQuestion): Expected {
    switch (read.type) {
      case 'MC': {
        const single = read.choices.some(({ isCorrect }) => isCorrect);
        return {
          kind: single ? 'one' : 'several',
          answers: read.choices.map(({ feedback, isCorrect, text, weight }) => [
            shown(text),
            weight ?? (isCorrect ? 100 : 0),
            shownOrNull(feedback),
          ]),
        };
      }
      case 'Short':
        return {
          kind: 'text',
          answers: read.choices.map(({ feedback, text, weight }) => [
            star(shown(text)),
            weight ?? 100,
            shownOrNull(feedback),
          ]),
        };
      case 'Numerical': {
        if (!Array.isArray(read.choices)) throw new Error('One number only.');
        return {
          kind: 'number',
          answers: read.choices.map(({ feedback, text, weight }) => [
            text.number,
            text.range ?? 0,
            weight ?? 100,
            shownOrNull(feedback),
          ]),
        };
      }
      case 'Matching': {
        const pairs = read.matchPairs.map(
          ({ subanswer, subquestion }) =>
            // It leaves the signs that were escaped on the right as it met them.
            [shown(subquestion), decodeRight(subanswer)] as const,
        );
        const isOrder = read.tags?.includes('type:order') === true;
        if (!isOrder) return { kind: 'match', answers: pairs };
        expect(pairs.map(([, place]) => place)).toEqual(pairs.map((_, index) => String(index + 1)));
        return { kind: 'order', answers: pairs.map(([entry]) => entry) };
      }
      default:
        throw new Error(`A question of type ${read.type}`);
    }
  }

  function decodeRight(text: string): string {
    return text.replace(/&&0(\d\d|1\d\d);|&&(\d{3});/g, (_whole, two?: string, three?: string) =>
      String.fromCharCode(Number(two ?? three)),
    );
  }

  it('holds every answer with its share and its reply, whatever signs are in them', () => {
    fc.assert(
      fc.property(writable, (question) => {
        const [category, read, ...more] = parse(written(gift, question));
        expect(category).toMatchObject({ type: 'Category', title: '$course$/top/The March storm' });
        expect(more).toEqual([]);
        if (!read || read.type === 'Category') throw new Error('No question.');
        expect(answersIn(read)).toEqual(expectedOf(question));
        expect([read.id, read.title]).toEqual([`storm/${question.id}`, question.id]);
        expect(read.tags).toEqual(expect.arrayContaining([`level:${String(question.level)}`]));
        expect(shown(read.stem)).toContain(question.stem);
      }),
      { numRuns: 300 },
    );
  });

  const truth: TravelQuestion<'single-choice'> = {
    ...{ id: 'hurt', version: 1, language: 'en', stem: 'Nobody was hurt: true or false?' },
    ...{
      level: 'recall',
      passages: [],
      compare: [],
      searched: [],
      why: ['The log says so: page 1.'],
    },
    ...{ settle: null, asOf: null, tags: [], type: 'single-choice' },
    options: [
      { id: 'a', text: 'True', isKey: true, reply: 'As logged', trap: null },
      { id: 'b', text: 'False', isKey: false, reply: 'No log says so', trap: null },
    ],
  };

  it('asks True and False as what they are', () => {
    const [, read] = parse(written(gift, truth));
    expect(read).toMatchObject({ type: 'TF', isTrue: true, globalFeedback: { format: 'html' } });
    // The reader calls what is said to a wrong answer `trueFeedback`, and to a right one `falseFeedback`.
    expect(read).toMatchObject({
      trueFeedback: { text: 'No log says so' },
      falseFeedback: { text: 'As logged' },
    });
  });

  it('asks True and False in another order as a choice', () => {
    const turned = { ...truth, options: truth.options.toReversed() };
    expect(parse(written(gift, turned))[1]).toMatchObject({ type: 'MC' });
  });
});
