import { describe, expect, it } from 'vitest';
import { english } from '../../messages/english.ts';
import { fieldsOf, makeItem } from '../../../../tests/items/make-item.ts';
import { seededRandom } from '../../quiz/draw.ts';
import { numeric } from './numeric.ts';

const random = seededRandom('a');

function pointsFor(text: string, part: Parameters<typeof makeItem<'numeric'>>[1] = {}) {
  const item = makeItem('numeric', part);
  const reading = numeric.read(item, random, fieldsOf({ value: [text] }), english.say);
  return reading.ok ? numeric.score(item, reading.response).points : reading.message;
}

describe('a numeric item', () => {
  it.each([
    ['5.3', 1],
    ['5,3%', 1],
    ['5.3 percent', 1],
    ['5.25', 1],
    ['5.35', 1],
    ['5.249', 0],
    ['5.36', 0],
    ['-5.3', 0],
    ['53', 0],
  ])('gives %j %d points for 5.3 ± 0.05 %%', (text, points) => {
    expect(pointsFor(text)).toBe(points);
  });

  it('counts the ends of a tolerance that binary fractions would miss', () => {
    expect(pointsFor('5.4', { tolerance: 0.1 })).toBe(1);
    expect(pointsFor('5.2', { tolerance: 0.1 })).toBe(1);
    expect(pointsFor('0.3', { value: 0.1 + 0.2, tolerance: 0 })).toBe(1);
  });

  it('takes a sign seriously', () => {
    const part = { value: -0.14, tolerance: 0.004 };
    expect(pointsFor('−0.14', part)).toBe(1);
    expect(pointsFor('0.14', part)).toBe(0);
  });

  it('gives an ambiguous comma the benefit of the doubt', () => {
    expect(pointsFor('1,200', { value: 1200, tolerance: 0, unit: null })).toBe(1);
    expect(pointsFor('1,200', { value: 1.2, tolerance: 0, unit: null })).toBe(1);
  });

  it('asks again, in words, for another unit', () => {
    expect(pointsFor('5.3 dollars')).toMatch(/“dollars” is not the unit.*in %/);
    expect(pointsFor('5 %', { unit: null })).toMatch(/without a unit/);
  });

  it('asks again for what is no number or too long', () => {
    expect(pointsFor('a lot')).toMatch(/can’t be read as a number.*for instance 12\.5/);
    expect(pointsFor('1'.repeat(65))).toMatch(/can’t be read/);
  });

  it('replies to a wrong number that its author expected', () => {
    const item = makeItem('numeric');
    const account = numeric.account(item, { text: '0.14', readings: [0.14] }, english.say);
    expect(account).toEqual({
      answer: '5.3 %',
      given: '0.14 %',
      misreadings: [{ given: '0.14 %', reply: 'zqreply0', trap: 'zqtrap0' }],
    });
  });

  it('shows and reads numbers as readers of its bank’s language write them', () => {
    const part = { language: 'de', value: 1234.5, tolerance: 0.5, unit: 'km' };
    const item = makeItem('numeric', part);
    const response = { text: '1.235,25', readings: [1235.25] };
    expect(numeric.answer(item, english.say)).toBe('1.234,5 km');
    expect(numeric.account(item, response, english.say).given).toBe('1.235,25 km');
    expect(numeric.review(item, random, response, english.say).accepted).toBe(
      'Accepted: 1.234 to 1.235 km',
    );
    expect(pointsFor('1.234,5 km', part)).toBe(1);
    expect(pointsFor('1234.5', part)).toBe(1);
  });

  it.each(['tlh', 'nobody-knows'])('shows numbers in English where %s has no form', (language) => {
    const item = makeItem('numeric', { language, value: -1234.5 });
    expect(numeric.answer(item, english.say)).toBe('−1,234.5 %');
  });

  it('says which numbers count', () => {
    const item = makeItem('numeric', {
      value: 480_000,
      tolerance: 500,
      unit: 'households',
    });
    expect(numeric.review(item, random, { text: '1', readings: [1] }, english.say)).toEqual({
      given: '1 households',
      answer: '480,000 households',
      accepted: 'Accepted: 479,500 to 480,500 households',
      correct: false,
    });
  });
});
