import type { TravelOption, TravelQuestion } from '../../../src/lib/formats/travel/question.ts';
import type { TravelFormat } from '../../../src/lib/formats/travel/travel-format.ts';
import { english } from '../../../src/lib/messages/english.ts';

/** A bank of one question in a format of text. */
export function written(format: TravelFormat, question: TravelQuestion): string {
  const bank = { id: 'storm', title: 'The March storm', summary: '', language: 'en' };
  return new TextDecoder().decode(format.write({ ...bank, questions: [question] }, english.say));
}

/** An HTML text as a browser shows it, its spaces evened. */
export function textOfHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return body.textContent.replace(/\s+/g, ' ').trim();
}

/** How a question is answered, as whoever reads it calls it: answers, shares in percent, replies. */
export interface Expected {
  readonly kind: string;
  readonly answers: readonly unknown[];
}

const roundShare = (parts: number) => Math.round(1e7 / parts) / 1e5;

function choicesOf(options: readonly TravelOption[], single: boolean): Expected {
  const keys = options.filter(({ isKey }) => isKey).length;
  const share = (isKey: boolean) => {
    if (single) return isKey ? 100 : 0;
    return isKey ? roundShare(keys) : -roundShare(options.length - keys);
  };
  return {
    kind: single ? 'one' : 'several',
    answers: options.map(({ isKey, reply, text }) => [text, share(isKey), reply]),
  };
}

/** What another reader has to find in a question’s file. */
export function expectedOf(question: TravelQuestion): Expected {
  switch (question.type) {
    case 'single-choice':
    case 'verdict':
    case 'verdict-with-evidence':
      return choicesOf(question.options, true);
    case 'multiple-response':
      return choicesOf(question.options, false);
    case 'evidence-select': {
      const keyed = question.groups.flat();
      const options = question.sentences.map(({ id, passage, reply }) => ({
        ...{ id, reply, trap: null, isKey: keyed.includes(id) },
        text: `${passage.exact} (${passage.source.attribution})`,
      }));
      return choicesOf(options, question.pick === 1);
    }
    case 'numeric':
      return {
        kind: 'number',
        answers: [
          [question.value, question.tolerance, 100, null],
          ...question.expectedWrong.map(({ given, reply }) => [given, 0, 0, reply]),
        ],
      };
    case 'text-entry':
      return {
        kind: 'text',
        answers: [
          ...question.variants.map((text) => [text, 100, null]),
          ...question.expectedWrong.map(({ given, reply }) => [given, 0, reply]),
        ],
      };
    case 'order':
      return { kind: 'order', answers: question.options.map(({ text }) => text) };
    case 'match':
      return { kind: 'match', answers: question.pairs.map(({ left, right }) => [left, right]) };
  }
}
