// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moodleXml } from '../../../src/lib/formats/travel/moodle-xml/moodle-xml.ts';
import type { TravelQuestion } from '../../../src/lib/formats/travel/question.ts';
import { anyQuestion } from './any-question.ts';
import { expectedOf, textOfHtml, written, type Expected } from './expected-answers.ts';

const parser = new DOMParser();

describe('Moodle XML, read by a DOM', () => {
  const writable = anyQuestion.filter((question) => moodleXml.refuses(question) === null);

  function documentOf(question: TravelQuestion): XMLDocument {
    const read = parser.parseFromString(written(moodleXml, question), 'application/xml');
    expect(read.querySelector('parsererror')?.textContent ?? null).toBeNull();
    return read;
  }

  const childOf = (element: Element, name: string) =>
    [...element.children].find(({ localName }) => localName === name);

  /** The text of an element’s `<text>`, read as its format says; null for an empty one. */
  function textIn(element: Element | undefined): string | null {
    const text = (element && childOf(element, 'text'))?.textContent ?? '';
    const isHtml = element?.getAttribute('format') === 'html';
    return (isHtml ? textOfHtml(text) : text) || null;
  }

  const numberIn = (element: Element, name: string) => Number(childOf(element, name)?.textContent);
  const valueIn = (element: Element, name: string) => childOf(element, name)?.textContent;

  function answersIn(asked: Element): Expected {
    const answers = [...asked.children].filter(({ localName }) => localName === 'answer');
    const share = (answer: Element) => Number(answer.getAttribute('fraction'));
    const reply = (answer: Element) => textIn(childOf(answer, 'feedback'));
    switch (asked.getAttribute('type')) {
      case 'multichoice':
        return {
          kind: valueIn(asked, 'single') === 'true' ? 'one' : 'several',
          answers: answers.map((answer) => [textIn(answer), share(answer), reply(answer)]),
        };
      case 'shortanswer':
        return {
          kind: 'text',
          answers: answers.map((answer) => [
            textIn(answer)?.replaceAll('\\*', '*'),
            share(answer),
            reply(answer),
          ]),
        };
      case 'numerical':
        return {
          kind: 'number',
          answers: answers.map((answer) => [
            Number(textIn(answer)),
            numberIn(answer, 'tolerance'),
            share(answer),
            reply(answer),
          ]),
        };
      case 'matching':
        return {
          kind: 'match',
          answers: [...asked.querySelectorAll(':scope > subquestion')].map((pair) => [
            textIn(pair),
            textIn(childOf(pair, 'answer')),
          ]),
        };
      case 'ordering':
        expect(answers.map(share)).toEqual(answers.map((_answer, index) => index + 1));
        expect(numberIn(asked, 'selectcount')).toBe(answers.length);
        // Without it Moodle 4.5 adds hints of its own that it can’t store, and takes nothing of the file.
        expect(valueIn(asked, 'shownumcorrect')).toBe('1');
        return { kind: 'order', answers: answers.map(textIn) };
      default:
        throw new Error(`A question of type ${String(asked.getAttribute('type'))}`);
    }
  }

  it('holds every answer with its share and its reply, whatever signs are in them', () => {
    fc.assert(
      fc.property(writable, (question) => {
        const root = documentOf(question).documentElement;
        const [category, asked, ...more] = [...root.children];
        if (!category || !asked) throw new Error('No question.');
        expect([root.localName, more.length]).toEqual(['quiz', 0]);
        expect(textIn(childOf(category, 'category'))).toBe('$course$/top/The March storm');
        expect(answersIn(asked)).toEqual(expectedOf(question));
        expect(valueIn(asked, 'idnumber')).toBe(`storm/${question.id}`);
        expect(textIn(childOf(asked, 'name'))).toBe(question.id);
        expect(textIn(childOf(asked, 'questiontext'))).toContain(question.stem);
        const unit = asked.querySelector(':scope > units unit_name')?.textContent ?? null;
        expect(unit).toBe(question.type === 'numeric' ? question.unit : null);
      }),
      { numRuns: 150 },
    );
  });

  it('explains each answer, and quotes its evidence with its sources', () => {
    fc.assert(
      fc.property(writable, (question) => {
        const general = documentOf(question).querySelector('generalfeedback > text')?.textContent;
        const { body } = parser.parseFromString(general ?? '', 'text/html');
        const texts = (selector: string) =>
          [...body.querySelectorAll(selector)].map((element) => element.textContent);
        expect(texts(':scope > p:not([class])')).toEqual(question.why);
        const quoted = texts('blockquote');
        for (const { exact, marks } of question.passages) {
          expect(quoted).toContain(exact);
          for (const { end, start } of marks)
            expect(texts('strong')).toContain(exact.slice(start, end));
        }
        const sources = question.passages.map(({ source }) => source.attribution);
        expect(texts('p.verbatim-source')).toEqual(expect.arrayContaining(sources));
      }),
    );
  });
});
