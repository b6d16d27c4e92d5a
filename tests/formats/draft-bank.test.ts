import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBank } from '../../src/lib/bank/read-bank.ts';
import type { Issue } from '../../src/lib/bank/issue.ts';
import { writeDraftBank } from '../../src/lib/formats/travel/draft-bank/write-draft-bank.ts';
import type { TravelQuestion } from '../../src/lib/formats/travel/question.ts';
import { itemToQuestion } from '../../src/lib/formats/travel/question-of-item.ts';
import { itemTypeRules } from '../../src/lib/item-types/rules.ts';
import { english } from '../../src/lib/messages/english.ts';
import type { SourceId } from '../../src/lib/passage/source.ts';
import type { Item } from '../../src/lib/quiz/item.ts';
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

/** The samples with what a checked bank’s items always have. */
const checkedItems = everyItem.map((item): Item => {
  if (item.type === 'verdict') return { ...item, searched: ['wire' as SourceId] };
  if (!('sentences' in item)) return item;
  const proof = item.sentences.filter(({ id }) => item.groups[0]?.includes(id));
  return { ...item, passages: [...item.passages, ...proof.map(({ passage }) => passage)] };
});

/** A question as it comes back: a verdict is said in the reader’s own words. */
function comparable(question: TravelQuestion): TravelQuestion {
  const isClaim = question.type === 'verdict' || question.type === 'verdict-with-evidence';
  const options = isClaim ? question.options.map((option) => ({ ...option, text: option.id })) : [];
  return { ...question, version: null, ...(isClaim ? { options } : {}) } as TravelQuestion;
}

/** A question that lacks nothing, but for these parts. */
function question(part: Partial<TravelQuestion>): TravelQuestion {
  return { ...itemToQuestion(makeItem('single-choice'), setting), ...part } as TravelQuestion;
}

function entry(part: Partial<TravelQuestion<'text-entry'>>) {
  return { ...itemToQuestion(makeItem('text-entry'), setting), ...part };
}

function wrong(given: string) {
  return { given, reply: 'No.', trap: null };
}

function pairs(left: string) {
  const asked = itemToQuestion(makeItem('match'), setting) as TravelQuestion<'match'>;
  return { ...asked, pairs: asked.pairs.map((pair, at) => (at === 0 ? { ...pair, left } : pair)) };
}

function unit(name: string) {
  return { ...itemToQuestion(makeItem('numeric'), setting), unit: name };
}

function quoted(exact: string, id: string | null = 'wire') {
  const source = { id: id as SourceId | null, attribution: 'Example Wire', url: null };
  return { source, exact, marks: [], near: false };
}

describe('a bank of imported questions', () => {
  it.each(checkedItems.map((item) => [item.type, item] as const))(
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
        expect(back && comparable(back)).toEqual(comparable(question));
      }),
      { numRuns: 100 },
    );
  });

  it('marks as a draft whatever would be an error, but for twins', () => {
    const ofAnyType = fc.oneof(...types.map(({ type }) => hostileQuestion(type)));
    fc.assert(
      fc.property(ofAnyType, (question) => {
        const { drafts, text } = writeDraftBank([question], head);
        const { bank, issues } = read(text);
        expect(bank.drafts).toHaveLength(drafts);
        const errors = issues.filter(({ code }) => !['E111', 'E112'].includes(code));
        if (drafts === 0) expect(errors.map(({ code }) => code)).toEqual([]);
      }),
    );
  });

  it('makes a draft of a question that nothing proves, and says what it lacks', () => {
    const { drafts, notes, text } = writeDraftBank([question({ passages: [] })], head);
    expect(drafts).toBe(1);
    expect(text).toContain('\ndraft: yes\n');
    expect(notes).toEqual([
      {
        line: null,
        about: 'outage-peak',
        message: 'No passage proves its answer: find it, and write `> [source] The sentence.`',
      },
    ]);
  });

  it('guesses at a passage in its notes alone, and never where nothing states the answer', () => {
    const sought: string[] = [];
    const guess = ({ answer }: { readonly answer: string }) => {
      sought.push(answer);
      return { source: 'wire' as SourceId, text: 'So it was.' };
    };
    const unstated = itemToQuestion(makeItem('verdict', { key: 'not-stated' }), setting);
    const asked = [question({ passages: [] }), { ...unstated, passages: [] }, question({})];
    const { drafts, notes, text } = writeDraftBank(asked, head, guess);
    expect(drafts).toBe(2);
    expect(text).not.toContain('So it was.');
    expect(text).toBe(writeDraftBank(asked, head).text);
    expect(sought).toHaveLength(1);
    const guesses = notes.filter(({ message }) => message.includes('So it was.'));
    expect(guesses.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^No passage proves its answer: .*a guess by its words alone/,
      ) as string,
    ]);
  });

  it.each([
    ['tags', question({ tags: ['storms'] }), 'Its tags are left out: storms.'],
    ['another language', question({ language: 'cs' }), 'It is in “cs”, and the bank in “en”'],
    ['no level', question({ level: null }), 'It has no level'],
    ['no explanation', question({ why: [] }), 'It does not explain its answer'],
    ['a stranger’s passage', question({ passages: [quoted('So it was.', null)] }), '“source”'],
    ['an address in a passage', question({ passages: [quoted('See www.a.b')] }), 'can’t be quoted'],
    ['a mark’s sign in a passage', question({ passages: [quoted('a == b')] }), 'can’t be quoted'],
    ['a bar in an answer', entry({ variants: ['a|b', 'c'] }), 'The answer “a|b” is left out'],
    [
      'a colon in a wrong answer',
      entry({ expectedWrong: [wrong('a:b')] }),
      'What is said to “a:b”',
    ],
    ['the sign of pairs', pairs('a :: b'), '“::” in “a : b” has become “:”'],
    [
      'a long unit',
      unit('kWh for each household'),
      'The unit “kWh for each household” is left out',
    ],
    ['a number beyond measure', { ...unit('%'), value: 1e200 }, 'too large or too small'],
  ])('names what is lost of %s', (_what, given, message) => {
    const { notes } = writeDraftBank([given as TravelQuestion], head);
    expect(notes.map((note) => note.message).join('\n')).toContain(message);
    expect(notes.every(({ about }) => about === 'outage-peak')).toBe(true);
  });

  it('gives every question an id of its own, the same in every import', () => {
    const all = ['Who? When?', 'outage-peak', 'outage-peak', '?!'].map((id) => question({ id }));
    const { text } = writeDraftBank(all, head);
    expect(read(text).items.map(({ id }) => id)).toEqual([
      'who-when',
      'outage-peak',
      'outage-peak-2',
      'how-many',
    ]);
    expect(writeDraftBank(all, head).text).toBe(text);
  });

  it('keeps whatever a title says inside the title', () => {
    fc.assert(
      fc.property(line, line, (title, summary) => {
        const { bank } = read(writeDraftBank([question({})], { ...head, title, summary }).text);
        expect([bank.title, bank.summary]).toEqual([title, summary]);
      }),
    );
  });
});
