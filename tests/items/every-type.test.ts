import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from '../../src/lib/messages/english.ts';
import { rulesFor } from '../../src/lib/item-types/rules.ts';
import { speakerOf } from '../../src/lib/messages/languages.ts';
import { pseudoLanguage } from '../../src/lib/messages/pseudo.ts';
import { seededRandom } from '../../src/lib/quiz/draw.ts';
import { everyItem, fieldsOf } from './make-item.ts';
import { sampleForms } from './sample-forms.ts';

const anyFields = fc
  .dictionary(
    fc.oneof(
      fc.constantFrom(
        ...['choice', 'verdict', 'value', 'entry', 'place1', 'place2', 'place3'],
        ...['match1', 'match2', 'match3', 'pick', '__proto__', 'version'],
      ),
      fc.string(),
    ),
    fc.array(fc.oneof(fc.constantFrom('1', '2', '3', '9', 'supported', '5.3', '-'), fc.string()), {
      maxLength: 4,
    }),
  )
  .map(fieldsOf);

describe.each(everyItem.map((item) => [item.type, item] as const))('a %s item', (type, item) => {
  const rules = rulesFor(item);

  it('delivers nothing of its key, replies, traps, explanation or passages', () => {
    const text = JSON.stringify(rules.deliver(item, seededRandom('a'), english.say));
    expect(text).not.toMatch(/zq/);
    expect(text).not.toContain('0.05');
    expect(text).not.toContain('5.3');
    expect(text).not.toMatch(/key|correct|reply|trap/i);
  });

  it('reads any form without throwing, and scores what it reads within bounds', () => {
    fc.assert(
      fc.property(anyFields, fc.string(), (fields, seed) => {
        const reading = rules.read(item, seededRandom(seed), fields, english.say);
        if (!reading.ok) {
          expect(reading.message).toMatch(/\w.*\./);
          return;
        }
        const outcome = rules.score(item, reading.response);
        expect(outcome.points).toBeGreaterThanOrEqual(0);
        expect(outcome.points).toBeLessThanOrEqual(outcome.maxPoints);
        expect(outcome.correct).toBe(outcome.points === outcome.maxPoints);
      }),
    );
  });

  it('takes back any stored thing without throwing, and scores and reviews what it takes', () => {
    const someIds = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'x'), { maxLength: 5 });
    const nearly = fc.oneof(
      fc.record({ option: fc.string() }),
      fc.record({ options: fc.array(fc.oneof(fc.constantFrom('a', 'b', 'c', 'd'), fc.string())) }),
      fc.record({ label: fc.oneof(fc.constantFrom('supported', 'refuted'), fc.string()) }),
      fc.record({ text: fc.string(), readings: fc.array(fc.double()) }),
      fc.record({ entry: fc.string({ unit: 'grapheme' }) }),
      fc.record({ order: someIds }),
      fc.record({ rights: someIds }),
      fc.record({ label: fc.constantFrom('supported', 'refuted'), picks: someIds }),
      fc.anything(),
    );
    fc.assert(
      fc.property(nearly, (stored) => {
        const response = rules.restore(stored);
        if (response === null) return;
        const outcome = rules.score(item, response);
        expect(outcome.points >= 0 && outcome.points <= outcome.maxPoints).toBe(true);
        rules.review(item, seededRandom('a'), response, english.say);
        expect(typeof rules.account(item, response, english.say).answer).toBe('string');
      }),
    );
  });

  it('gives every answer the same outcome whatever order was drawn', () => {
    const outcomes = ['one', 'two', 'three', 'four'].map((seed) => {
      const delivered = rules.deliver(item, seededRandom(seed), english.say);
      const byName = sampleForms(type, delivered).map(({ name, fields }) => {
        const reading = rules.read(item, seededRandom(seed), fields, english.say);
        return [name, reading.ok && rules.score(item, reading.response).points] as const;
      });
      return byName.toSorted(([one], [other]) => (one < other ? -1 : 1));
    });
    expect(new Set(outcomes.map((each) => JSON.stringify(each))).size).toBe(1);
  });

  it('stores a response that it takes back as it was', () => {
    for (const { fields } of sampleForms(
      type,
      rules.deliver(item, seededRandom('a'), english.say),
    )) {
      const reading = rules.read(item, seededRandom('a'), fields, english.say);
      if (!reading.ok) throw new Error(reading.message);
      expect(rules.restore(JSON.parse(JSON.stringify(reading.response)))).toEqual(reading.response);
    }
  });

  it('speaks the language of its reader', () => {
    const { say } = speakerOf(pseudoLanguage);
    const refusal = rules.read(item, seededRandom('a'), new Map(), say);
    expect(refusal).toMatchObject({
      ok: false,
      message: expect.stringMatching(/^\u202e/) as string,
    });
  });

  it('names a right answer that is no empty text', () => {
    expect(rules.answer(item, english.say)).toMatch(/\S/);
  });

  it('refuses an empty form, and a form with a strange field, in words', () => {
    const random = seededRandom('a');
    const empty = rules.read(item, random, new Map(), english.say);
    expect(empty).toMatchObject({ ok: false, message: expect.stringMatching(/first/) as string });
    const strange = rules.read(item, random, fieldsOf({ key: ['b'] }), english.say);
    expect(strange).toMatchObject({
      ok: false,
      message: expect.stringMatching(/does not have/) as string,
    });
  });
});
