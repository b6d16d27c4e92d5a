import { describe, expect, it } from 'vitest';
import { english } from '../../src/lib/messages/english.ts';
import { multipleResponse } from '../../src/lib/item-types/multiple-response/multiple-response.ts';
import { singleChoice } from '../../src/lib/item-types/single-choice/single-choice.ts';
import { seededRandom } from '../../src/lib/quiz/draw.ts';
import { optionIdAt } from '../../src/lib/quiz/ids.ts';
import { fieldsOf, makeItem } from './make-item.ts';

describe('a single-choice item', () => {
  const item = makeItem('single-choice');

  it('is called by presented numbers, so that authored places stay unknown', () => {
    const { options } = singleChoice.deliver(item, seededRandom('a'), english.say);
    expect(options.map(({ value }) => value)).toEqual(['1', '2', '3']);
    expect(options.map(({ text }) => text).toSorted()).toEqual(['one', 'three', 'two']);
  });

  it('gives the point to the key alone, wherever it was drawn', () => {
    for (const seed of ['a', 'b', 'c', 'd']) {
      const { options } = singleChoice.deliver(item, seededRandom(seed), english.say);
      const points = options.map(({ value, text }) => {
        const reading = singleChoice.read(
          item,
          seededRandom(seed),
          fieldsOf({ choice: [value] }),
          english.say,
        );
        return [text, reading.ok && singleChoice.score(item, reading.response).points];
      });
      expect(Object.fromEntries(points)).toEqual({ one: 0, two: 1, three: 0 });
    }
  });

  it.each(['0', '4', '01', '1.0', '-1', 'b', '', '1e0'])('does not take %j', (value) => {
    expect(
      singleChoice.read(item, seededRandom('a'), fieldsOf({ choice: [value] }), english.say).ok,
    ).toBe(false);
  });

  it('says why the chosen option is wrong, and nothing of the others', () => {
    expect(singleChoice.account(item, { option: optionIdAt(0) }, english.say)).toEqual({
      answer: '“two”',
      given: '“one”',
      misreadings: [{ given: 'one', reply: 'zqreply0', trap: 'zqtrap0' }],
    });
  });
});

describe('a multiple-response item', () => {
  const item = makeItem('multiple-response');

  it('does not take the same choice twice', () => {
    const fields = fieldsOf({ choice: ['1', '1'] });
    expect(multipleResponse.read(item, seededRandom('a'), fields, english.say).ok).toBe(false);
  });

  it('keeps the choices in the authored order, whatever the order sent', () => {
    const all = ['5', '4', '3', '2', '1'];
    const reading = multipleResponse.read(
      item,
      seededRandom('x'),
      fieldsOf({ choice: all }),
      english.say,
    );
    expect(reading).toEqual({ ok: true, response: { options: [0, 1, 2, 3, 4].map(optionIdAt) } });
  });

  it('answers for the wrong choices only', () => {
    const response = { options: [optionIdAt(0), optionIdAt(1)] };
    expect(multipleResponse.account(item, response, english.say)).toEqual({
      answer: '“one”, “three” and “four”',
      given: '“one” and “two”',
      misreadings: [{ given: 'two', reply: 'zqreply1', trap: 'zqtrap1' }],
    });
  });
});
