import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBank } from '../../src/lib/bank/read-bank.ts';
import type { Issue } from '../../src/lib/bank/issue.ts';
import { writeDraftBank } from '../../src/lib/formats/travel/draft-bank/write-draft-bank.ts';
import type { TravelQuestion } from '../../src/lib/formats/travel/question.ts';
import { itemToQuestion } from '../../src/lib/formats/travel/question-of-item.ts';
import { itemTypeRules } from '../../src/lib/item-types/rules.ts';
import { english } from '../../src/lib/messages/english.ts';
import type { Item, ItemType } from '../../src/lib/quiz/item.ts';
import { everyItem, makeItem } from '../items/make-item.ts';
import { hostileQuestion, line } from './hostile-questions.ts';

const types = Object.values(itemTypeRules);
const head = { title: 'Imported', summary: 'From elsewhere.', language: 'en' };
const setting = { sources: new Map(), say: english.say };

/** What a written bank holds for its reader: items and drafts. */
function read(text: string) {
  const issues: Issue[] = [];
  const bank = readBank({ path: 'banks/imported.md', text }, types, issues);
  if (!bank) throw new Error('The bank can’t be read.');
  return { bank, issues, items: bank.items.map(({ item }) => item) };
}

function readBack(question: TravelQuestion): Item | null | undefined {
  const { bank, items } = read(writeDraftBank([question], head).text);
  return [...items, ...bank.drafts.map(({ item }) => item)][0];
}

/** A question with what no bank’s file tells. */
function comparable(question: TravelQuestion): TravelQuestion {
  const options =
    'options' in question
      ? { options: question.options.map((each) => ({ ...each, text: each.text })) }
      : {};
  return { ...question, ...options, version: null };
}

function asked(type: ItemType): TravelQuestion {
  return itemToQuestion(makeItem(type), setting);
}

describe('a bank of imported questions', () => {
  it.each(everyItem.map((item) => [item.type, item] as const))(
    'reads a %s item back field by field',
    (_type, item) => {
      const { items } = read(writeDraftBank([itemToQuestion(item, setting)], head).text);
      expect(items).toEqual([{ ...item, version: 0 }]);
    },
  );

  it.each(types.map(({ type }) => type))('reads every text of a %s as it was', (type) => {
    fc.assert(
      fc.property(hostileQuestion(type), (question) => {
        const item = readBack(question);
        const back = item && itemToQuestion(item, setting);
        const labelled = question.type.startsWith('verdict') && back && 'options' in back;
        const expected = labelled
          ? {
              ...question,
              options: question.options.map((option, index) => ({
                ...option,
                text: back.options[index]?.text,
              })),
            }
          : question;
        expect(back && comparable(back)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
