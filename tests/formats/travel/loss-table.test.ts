import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { carryBank } from '../../../src/lib/formats/travel/carry-bank.ts';
import { lossTable } from '../../../src/lib/formats/travel/loss-table.ts';
import { itemToQuestion } from '../../../src/lib/formats/travel/question-of-item.ts';
import { travelFormats } from '../../../src/lib/formats/travel/travel-formats.ts';
import { english } from '../../../src/lib/messages/english.ts';
import { optionIdAt } from '../../../src/lib/quiz/ids.ts';
import type { Item } from '../../../src/lib/quiz/item.ts';
import { everyItem, makeItem, makeSentences } from '../../items/make-item.ts';

const page = 'docs/courses/what-formats-lose.md';
const formats = Object.values(travelFormats);
const setting = { sources: new Map(), say: english.say };

function bankOf(...items: readonly Item[]) {
  const questions = items.map((item, index) => ({
    ...itemToQuestion(item, setting),
    id: `q${index}`,
  }));
  return { id: 'storm', title: 'The March storm', summary: '', language: 'en', questions };
}

describe('what formats lose', () => {
  it(`stands in ${page} as the formats say it; UPDATE_DOCS=1 writes it anew`, () => {
    const table = lossTable(formats, english.say);
    if (process.env['UPDATE_DOCS']) writeFileSync(page, table);
    expect(readFileSync(page, 'utf8')).toBe(table);
  });

  it('is a sentence wherever something is lost', () => {
    for (const line of lossTable(formats, english.say)
      .split('\n')
      .filter((each) => each.startsWith('- '))) {
      expect(line).toMatch(/[.]$/);
    }
  });

  it('names for the bank at hand what touches its questions, and no more', () => {
    const plain = makeItem('single-choice');
    const options = plain.options.map((option) => ({ ...option, trap: null }));
    expect(carryBank(travelFormats['moodle-xml'], bankOf({ ...plain, options }))).toMatchObject({
      leftOut: [],
      losses: [],
    });
    const { losses } = carryBank(travelFormats.gift, bankOf(...everyItem));
    const touched = losses.find(({ what }) => what === 'loss.giftUnit');
    expect(touched?.ids).toEqual([`q${everyItem.findIndex(({ type }) => type === 'numeric')}`]);
  });

  it('names questions that a format can’t ask, with the reason, and writes the others', () => {
    const twoProofs = makeItem('evidence-select', {
      sentences: makeSentences('one', 'two', 'three', 'four', 'five'),
      pick: 2,
      groups: [
        [optionIdAt(0), optionIdAt(1)],
        [optionIdAt(2), optionIdAt(3)],
      ],
    });
    const manyKeys = makeItem('multiple-response', {
      options: Array.from({ length: 13 }, (_, index) => ({
        ...{ id: optionIdAt(index), text: `option ${index}` },
        ...{ reply: null, trap: null },
      })),
      key: Array.from({ length: 11 }, (_, index) => optionIdAt(index)),
    });
    const arrow = makeItem('text-entry', { variants: ['a -> b'], expectedWrong: [] });
    const bank = bankOf(twoProofs, manyKeys, arrow, makeItem('verdict'));
    const { leftOut } = carryBank(travelFormats.gift, bank);
    expect(leftOut).toEqual([
      { id: 'q0', why: expect.stringContaining('several sentences') as string },
      { id: 'q1', why: 'Moodle knows no share of one in 11.' },
      { id: 'q2', why: expect.stringContaining('“->”') as string },
    ]);
    expect(carryBank(travelFormats['moodle-xml'], bank).bank.questions.map(({ id }) => id)).toEqual(
      ['q2', 'q3'],
    );
    expect(carryBank(travelFormats.qti3, bank).leftOut).toEqual([]);
  });
});
