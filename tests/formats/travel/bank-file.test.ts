import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeBankFile } from '../../../src/lib/formats/travel/bank-file/write-bank-file.ts';
import { itemToQuestion } from '../../../src/lib/formats/travel/question-of-item.ts';
import type { TravelQuestion } from '../../../src/lib/formats/travel/question.ts';
import { english } from '../../../src/lib/messages/english.ts';
import { check } from '../../content/collection-of.ts';
import { anyQuestion } from './any-question.ts';

const head = { title: 'The March storm: “a” \\ b', summary: 'One night.', language: 'en' };

/** What a bank’s file has no way to say: its own signs, and a link inside a quotation. */
const unwritable = {
  anywhere: / #(?:near|trap|group)\b/,
  quoted: /=|https?:|www\.|@/,
  paired: /^::|\s::|::\s|::$/,
  answered: /[|:]/,
};

function isWritable(question: TravelQuestion): boolean {
  const picked = 'sentences' in question ? question.sentences : [];
  const quoted = [...question.passages, ...picked.map(({ passage }) => passage)];
  const paired = 'pairs' in question ? question.pairs : [];
  const answered =
    question.type === 'text-entry'
      ? [...question.variants, ...question.expectedWrong.map(({ given }) => given)]
      : [];
  return (
    !unwritable.anywhere.test(JSON.stringify(question)) &&
    !quoted.some(({ exact }) => unwritable.quoted.test(exact)) &&
    !paired.some(
      ({ left, right }) => unwritable.paired.test(left) || unwritable.paired.test(right),
    ) &&
    !answered.some((text) => unwritable.answered.test(text))
  );
}

/** A question with sources by their ids alone, and without what no bank’s file holds. */
function bare(question: TravelQuestion): unknown {
  const text = JSON.stringify(
    { ...question, version: null, tags: [], language: 'en' },
    (key, value: unknown) => {
      if (key === 'attribution' || key === 'url') return null;
      return value;
    },
  );
  return JSON.parse(text);
}

describe('a bank’s file', () => {
  it('holds every question as the checker reads it', () => {
    fc.assert(
      fc.property(anyQuestion.filter(isWritable), (question) => {
        const file = writeBankFile(head, [{ question, draftFrom: null, notes: ['a --> b'] }]);
        const { files, sources } = check({ banks: { storm: file } });
        const [typed, ...more] = files[0]?.items ?? [];
        if (!typed) throw new Error(file);
        const read = itemToQuestion(typed.item, { sources, say: english.say });
        expect(bare(read)).toEqual(bare(question));
        expect(more).toEqual([]);
        expect(files[0]?.title).toBe(head.title);
      }),
      { numRuns: 500 },
    );
  });
});
