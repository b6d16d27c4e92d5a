import { describe, expect, it } from 'vitest';
import { english } from '../../src/lib/messages/english.ts';
import {
  enteredSettings,
  readAssignment,
  type EnteredAssignment,
} from '../../src/lib/server/classes/assignment-form.ts';
import { proposedClass, readClass } from '../../src/lib/server/classes/class-form.ts';
import type { OfferedBank } from '../../src/lib/server/classes/offered-bank.ts';
import type { BankId, ItemId } from '../../src/lib/quiz/ids.ts';
import { settings } from './classroom.ts';

const bank: OfferedBank = {
  id: 'storm' as BankId,
  title: 'The storm',
  summary: '',
  language: 'en',
  items: ['repairs', 'schools'].map((id) => ({ id: id as ItemId, stem: id })),
};
const nowMs = Date.UTC(2026, 2, 1);
const proposed = proposedClass(bank, 'Class of a day');
const asProposed: Readonly<Record<string, readonly string[]>> = {
  name: ['Class 7b'],
  feedback: ['now'],
  attempts: ['2'],
  certainty: ['asked'],
  learners: ['alias'],
  items: ['repairs', 'schools'],
  zone: ['Europe/Vienna'],
};

const rulesOfForm = {
  say: english.say,
  nowMs,
  listFaults: (list: string) => (list.includes('?') ? ['Line 1 is odd'] : []),
};

function read(part: Readonly<Record<string, readonly string[]>>) {
  const fields = new Map(Object.entries({ ...asProposed, ...part }));
  return readClass(fields, bank, proposed, rulesOfForm);
}

describe('the form of a new class', () => {
  it('can be sent as it is proposed', () => {
    const { faults, given } = readClass(
      new Map([['items', proposed.items]]),
      bank,
      proposed,
      rulesOfForm,
    );
    expect(faults).toEqual([]);
    expect(given).toMatchObject({
      name: 'Class of a day',
      learnersBy: 'alias',
      bankId: 'storm',
      itemIds: ['repairs', 'schools'],
      settings: { ...settings, title: 'The storm' },
    });
  });

  it('proposes a title that is not too long, whatever the quiz is called', () => {
    const { title } = proposedClass({ ...bank, title: 'x'.repeat(500) }, 'Class of a day');
    expect(title).toBe('x'.repeat(200));
  });

  it.each<[string, Record<string, string[]>, string, string]>([
    ['no name', { name: ['  '] }, 'name', 'nothing is written there'],
    ['a name of 201', { name: ['x'.repeat(201)] }, 'name', '201 characters, and 200 is the most'],
    ['a feedback that is none', { feedback: ['never'] }, 'feedback', 'choose one of the two'],
    ['attempts that are none', { attempts: ['0'] }, 'attempts', 'choose one of the numbers'],
    ['a certainty that is none', { certainty: ['x'] }, 'certainty', 'choose one of the three'],
    ['learners that are none', { learners: ['__proto__'] }, 'learners', 'one of the three'],
    ['a list with faults', { learners: ['list'], list: ['Who?'] }, 'list', 'Line 1 is odd'],
    ['a list that nothing uses', { list: ['Learner 01'] }, 'list', 'Names stand in the list'],
    ['no item', { items: [] }, 'items', 'Tick at least one'],
    ['an unknown item', { items: ['repairs', 'thunder'] }, 'items', 'not in this quiz any more'],
    ['a zone that is none', { zone: ['Mars/Olympus'] }, 'zone', '“Mars/Olympus” is none'],
    ['a rule that is none', { rule: ['luck'] }, 'rule', 'choose one of the four'],
    ['a pass mark over 100', { pass: ['101'] }, 'pass', '“101” is not a whole number'],
    ['a pass mark in words', { pass: ['half'] }, 'pass', '“half” is not a whole number'],
    ['a closing time that is none', { closes: ['soon'] }, 'closes', 'no such day and time'],
    ['one that has passed', { closes: ['2026-02-28T10:00'] }, 'closes', 'it has passed'],
  ])('names its fault and keeps all that was filled in: %s', (_name, part, field, words) => {
    const { entered, faults } = read(part);
    expect(faults).toEqual([{ field, message: expect.stringContaining(words) as string }]);
    const filledIn = { ...asProposed, ...part };
    for (const [name, values] of Object.entries(filledIn)) {
      const kept = entered[name as keyof typeof entered];
      expect(typeof kept === 'string' ? [kept.trim()] : kept).toEqual(
        typeof kept === 'string' ? values.map((value) => value.trim()) : values,
      );
    }
  });

  it('names every fault at once', () => {
    const { faults } = read({ name: [''], items: [], zone: [''] });
    expect(faults.map(({ field }) => field)).toEqual(['name', 'items', 'zone']);
  });

  it('keeps a hostile name as it was written', () => {
    const name = '=cmd|“x”\u202E <b>';
    expect(read({ name: [name] }).given.name).toBe(name);
  });
});

describe('the form of an assignment', () => {
  const before: EnteredAssignment = enteredSettings(
    { ...settings, closesAt: Date.UTC(2026, 1, 1, 9), passPercent: 60, attemptsAllowed: null },
    ['repairs'],
    'Europe/Vienna',
  );
  const rules = { say: english.say, nowMs, timeZone: 'Europe/Vienna', itemIds: null };

  it('shows what is set, in the zone of the class, and reads it back', () => {
    expect(before).toMatchObject({ closes: '2026-02-01T10:00', pass: '60', attempts: 'any' });
    const { faults, settings: read } = readAssignment(new Map(), before, rules);
    expect(faults).toEqual([]);
    expect(read).toMatchObject({
      closesAt: Date.UTC(2026, 1, 1, 9),
      passPercent: 60,
      attemptsAllowed: null,
    });
  });

  it('reads a time in the zone of the class', () => {
    const fields = new Map([['closes', ['2026-07-01T10:00']]]);
    expect(readAssignment(fields, before, rules).settings.closesAt).toBe(Date.UTC(2026, 6, 1, 8));
  });

  it.each([
    ['60 %', 60],
    [' 5 ', 5],
    ['', null],
  ])('reads “%s” as a pass mark', (written, percent) => {
    const { faults, settings: read } = readAssignment(
      new Map([['pass', [written]]]),
      before,
      rules,
    );
    expect(faults).toEqual([]);
    expect(read.passPercent).toBe(percent);
  });
});
