import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from '../../src/lib/messages/english.ts';
import { foldText } from '../../src/lib/item-types/text-entry/fold-text.ts';
import { isNearMiss } from '../../src/lib/item-types/text-entry/near-miss.ts';
import { textEntry } from '../../src/lib/item-types/text-entry/text-entry.ts';
import { seededRandom } from '../../src/lib/quiz/draw.ts';
import { fieldsOf, makeItem } from './make-item.ts';

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

describe('folding a text', () => {
  it.each<[string, string, string]>([
    ['case', 'TechCrunch', 'techcrunch'],
    ['spaces', 'Tech  Crunch', 'TechCrunch'],
    ['punctuation', 'T-Head', 'T Head'],
    ['quotation marks', '“preliminary”', 'preliminary'],
    ['accents, composed or not', 'Émile', 'E\u0301mile'],
    ['accents left out', 'Zürich', 'Zurich'],
    ['ligatures and full width', 'ﬁle Ａ', 'file A'],
    ['the sharp s', 'Straße', 'STRASSE'],
    ['the final sigma', 'ΟΔΟΣ', 'οδος'],
    ['the dotted capital I', 'İstanbul', 'istanbul'],
    ['vowel signs of a right-to-left script', 'שָׁלוֹם', 'שלום'],
    ['signs of direction', '\u200Fשלום\u200E', 'שלום'],
    ['signs nobody sees', 'Grid\u200B \u00ADAgency\uFE0F', 'Grid Agency'],
    ['the decimal comma', 'Model 2,5', 'Model 2.5'],
    ['thousands set off or not', '1,200 people', '1 200 people'],
    ['stops of a date', '4.3.2026', '4/3/2026'],
    ['the comma of a date', 'June 8, 2025', 'June 8 2025'],
  ])('evens out %s', (_what, one, other) => {
    expect(foldText(one)).toBe(foldText(other));
  });

  it.each<[string, string, string]>([
    ['letters', 'Zhao', 'Zhou'],
    ['figures', '2018', '2019'],
    ['signs that mean something', 'C+', 'C'],
    ['scripts', 'A', 'А'],
    ['a decimal point', 'Model 2.5', 'Model 25'],
    ['vowel signs that are letters', 'की', 'का'],
    ['voiced kana', 'かぎ', 'かき'],
  ])('keeps %s apart', (_what, one, other) => {
    expect(foldText(one)).not.toBe(foldText(other));
  });

  it('changes nothing more when it is done again', () => {
    fc.assert(fc.property(anyText, (text) => foldText(foldText(text)) === foldText(text)));
  });

  it('does not care for the normal form that a text came in', () => {
    fc.assert(fc.property(anyText, (text) => foldText(text.normalize('NFD')) === foldText(text)));
  });
});

describe('a near miss', () => {
  it.each<[string, string, string, boolean]>([
    ['a letter swapped with its neighbour', 'zhouhoa', 'zhouhao', true],
    ['a letter left out', 'techcruch', 'techcrunch', true],
    ['a letter too many', 'reuterss', 'reuters', true],
    ['another letter', 'bloomborg', 'bloomberg', true],
    ['two slips in a long text', 'univrsitywisconsim', 'universitywisconsin', true],
    ['two slips in a short text', 'rewtors', 'reuters', false],
    ['a short name with another letter', 'zhao', 'zhou', false],
    ['another figure', 'april2022', 'april2023', false],
    ['the right text itself', 'reuters', 'reuters', false],
    ['another word', 'october', 'november', false],
    ['a decimal point left out', foldText('model 25'), foldText('model 2.5'), false],
  ])('%s', (_what, given, right, isNear) => {
    expect(isNearMiss(given, right)).toBe(isNear);
  });

  it('goes both ways between texts of the same length', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(word, word, (one, other) => isNearMiss(one, other) === isNearMiss(other, one)),
    );
  });
});

describe('a text entry', () => {
  const item = makeItem('text-entry', {
    variants: ['Zhou Hao', 'Hao Zhou'],
    expectedWrong: [{ text: 'Zhou Hoa', reply: 'That is another person.', trap: 'wrong-person' }],
  });
  const pointsFor = (entry: string) => textEntry.score(item, { entry }).points;

  it.each<[string, string, number]>([
    ['a variant', 'hao zhou', 1],
    ['a slip of the pen', 'Zhou Haoo', 0.5],
    ['an expected wrong text, however near', 'zhou-hoa', 0],
    ['another text', 'Binyuan Hui', 0],
  ])('earns for %s its points', (_what, entry, points) => {
    expect(pointsFor(entry)).toBe(points);
  });

  it('replies to an expected wrong text, and tells a slip apart', () => {
    expect(textEntry.account(item, { entry: 'zhou hoa' }, english.say).misreadings).toEqual([
      { given: 'zhou hoa', reply: 'That is another person.', trap: 'wrong-person' },
    ]);
    expect(
      textEntry.review(item, seededRandom('a'), { entry: 'Zhou Haoo' }, english.say).likeness,
    ).toBe('near');
  });

  it.each<[string, string, RegExp]>([
    ['10,000 characters', 'a'.repeat(10_000), /^That is longer/],
    ['nothing but spaces', '  \u00a0 ', /^Write an answer first/],
    ['nothing but a combining mark', '\u0301', /^Write an answer first/],
    ['nothing but signs nobody sees', '\u200B\u200F\u3164', /^Write an answer first/],
  ])('refuses %s in words', (_what, entry, words) => {
    const reading = textEntry.read(
      item,
      seededRandom('a'),
      fieldsOf({ entry: [entry] }),
      english.say,
    );
    expect(reading).toMatchObject({ ok: false, message: expect.stringMatching(words) as string });
  });

  it('refuses two texts in one form for what they are', () => {
    const reading = textEntry.read(
      item,
      seededRandom('a'),
      fieldsOf({ entry: ['Zhou', 'Hao'] }),
      english.say,
    );
    expect(reading).toMatchObject({
      ok: false,
      message: expect.stringMatching(/^The form held/) as string,
    });
  });

  it('takes right-to-left text as it is', () => {
    const reading = textEntry.read(
      item,
      seededRandom('a'),
      fieldsOf({ entry: [' שָׁלוֹם '] }),
      english.say,
    );
    expect(reading).toMatchObject({ ok: true, response: { entry: 'שָׁלוֹם'.normalize('NFC') } });
  });
});
