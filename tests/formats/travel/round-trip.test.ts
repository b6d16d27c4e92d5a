import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from '../../../src/lib/messages/english.ts';
import { gift } from '../../../src/lib/formats/travel/gift/gift.ts';
import { readGift } from '../../../src/lib/formats/travel/gift/read-gift.ts';
import { moodleXml } from '../../../src/lib/formats/travel/moodle-xml/moodle-xml.ts';
import { readMoodleXml } from '../../../src/lib/formats/travel/moodle-xml/read-moodle-xml.ts';
import { qti3 } from '../../../src/lib/formats/travel/qti3/qti3.ts';
import { readQti3 } from '../../../src/lib/formats/travel/qti3/read-package.ts';
import type { TravelQuestion } from '../../../src/lib/formats/travel/question.ts';
import type { TravelFormat, TravelReading } from '../../../src/lib/formats/travel/travel-format.ts';
import { anyQuestion } from './any-question.ts';
import { carriedByMoodle } from './carried-by-moodle.ts';

interface Way {
  readonly format: TravelFormat;
  readonly read: (file: Uint8Array) => TravelReading;
  readonly carried: (question: TravelQuestion) => TravelQuestion;
}

const decode = (file: Uint8Array) => new TextDecoder().decode(file);
const ways: readonly Way[] = [
  { format: gift, read: (file) => readGift(decode(file)), carried: carriedByMoodle },
  { format: moodleXml, read: (file) => readMoodleXml(decode(file)), carried: carriedByMoodle },
  { format: qti3, read: readQti3, carried: (question) => ({ ...question, tags: [] }) },
];

function bankOf(...questions: readonly TravelQuestion[]) {
  return {
    id: 'storm',
    title: 'The March\n\n::storm:: a/b',
    summary: 'One night.',
    language: 'en',
    questions,
  };
}

describe.each(ways.map((way) => [way.format.title, way] as const))('%s', (_title, way) => {
  const { carried, format, read } = way;
  const writable = anyQuestion.filter((question) => format.refuses(question) === null);

  it('comes back as it was written, field by field, but for what the format loses', () => {
    fc.assert(
      fc.property(writable, (question) => {
        const reading = read(format.write(bankOf(question), english.say));
        if (!reading.ok) throw new Error(reading.fault.message);
        expect(reading.questions).toEqual([carried(question)]);
        expect(reading.title).toBe('The March ::storm:: a/b');
        expect(reading.notes).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps many questions apart, in their order', () => {
    fc.assert(
      fc.property(fc.array(writable, { minLength: 2, maxLength: 6 }), (questions) => {
        const named = questions.map((question, index) => ({ ...question, id: `q${index}` }));
        const reading = read(format.write(bankOf(...named), english.say));
        if (!reading.ok) throw new Error(reading.fault.message);
        expect(reading.questions).toEqual(named.map(carried));
      }),
    );
  });

  it('is the same, byte for byte, for the same bank', () => {
    fc.assert(
      fc.property(writable, (question) => {
        const bank = bankOf(question);
        expect(format.write(bank, english.say)).toEqual(
          format.write(structuredClone(bank), english.say),
        );
      }),
      { numRuns: 20 },
    );
  });
});
