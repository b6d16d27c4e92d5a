import { strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { qti3 } from '../../../src/lib/formats/travel/qti3/qti3.ts';
import { readQti3 } from '../../../src/lib/formats/travel/qti3/read-package.ts';
import { writeItem } from '../../../src/lib/formats/travel/qti3/write-item.ts';
import type { TravelBank, TravelQuestion } from '../../../src/lib/formats/travel/question.ts';
import { readZip } from '../../../src/lib/formats/unzip.ts';
import { english } from '../../../src/lib/messages/english.ts';
import { hostileTexts, unkeptTexts, withTexts } from './hostile-texts.ts';
import { sampleBanks, sampleQuestions } from './sample-questions.ts';

const { say } = english;

function readBack(bank: TravelBank) {
  const read = readQti3(qti3.write(bank, say));
  if (!read.ok) throw new Error(read.fault.message);
  return read;
}

const bankOf = (questions: readonly TravelQuestion[]): TravelBank => ({
  id: 'samples',
  title: 'Samples',
  summary: '',
  language: 'en',
  questions,
});

describe('a package of QTI that is read back', async () => {
  const banks = [...(await sampleBanks()), bankOf(await sampleQuestions())];

  it.each(banks)('has every question of $id, field by field', (bank) => {
    const { language, notes, questions, title } = readBack(bank);
    expect(questions).toEqual(bank.questions);
    expect({ language, notes, title }).toEqual({ language: 'en', notes: [], title: bank.title });
  });

  it.each(hostileTexts)('keeps “%s” as it is wherever it stands', async (text) => {
    const questions = (await sampleQuestions()).map((question) => withTexts(question, text));
    expect(readBack(bankOf(questions)).questions).toEqual(questions);
  });

  it.each(unkeptTexts)('keeps what XML can hold of %j, composed and in one line', async (text) => {
    const [question] = await sampleQuestions();
    if (!question) throw new Error('There is a question');
    const [read] = readBack(bankOf([{ ...question, stem: text }])).questions;
    const kept = text
      .toWellFormed()
      .replace(/(?![\t\r\n])\p{Cc}|[\uFFFE\uFFFF]/gu, '')
      .replace(/\s+/g, ' ')
      .trim()
      .normalize('NFC');
    expect(read?.stem).toBe(kept);
  });

  it('has what only few items have', async () => {
    const [question] = await sampleQuestions();
    if (!question) throw new Error('There is a question');
    const source = { id: null, attribution: 'A note', url: 'https://a.example/?a=1&b=2' };
    const rare: TravelQuestion = {
      ...question,
      version: null,
      level: null,
      asOf: '1 March 2026',
      settle: null,
      searched: [source],
      why: [],
      passages: [{ source, exact: 'One two.', marks: [{ start: 4, end: 7 }], near: true }],
    };
    expect(readBack(bankOf([rare])).questions).toEqual([rare]);
  });

  it('is the same to the last byte when it is written again', () => {
    for (const bank of banks) expect(qti3.write(bank, say)).toEqual(qti3.write(bank, say));
  });

  it('reads an item by itself', async () => {
    const questions = await sampleQuestions();
    for (const question of questions) {
      const read = readQti3(new TextEncoder().encode(writeItem(question, say)));
      expect(read.ok && read.questions).toEqual([question]);
    }
  });
});

it('leaves addresses out that are none of the web', async () => {
  const [question] = await sampleQuestions();
  if (!question) throw new Error('There is a question');
  const passages = ['javascript:alert(1)', 'https://a.example/ "x', 'file:///etc/passwd'].map(
    (url) => ({
      source: { id: null, attribution: 'x', url },
      exact: 'One.',
      marks: [],
      near: false,
    }),
  );
  const xml = writeItem({ ...question, passages }, say);
  expect(xml).not.toMatch(/javascript|file:|a\.example/);
});

it('marks nothing of a passage before the answer, and names no misreading there', async () => {
  for (const question of await sampleQuestions()) {
    const [before = ''] = writeItem(question, say).split('</qti-item-body>');
    const [, body = ''] = before.split('<qti-item-body');
    expect(body).not.toMatch(/<strong>|zqreply|zqtrap|zqwhy|zqsettle/);
  }
});

it('names every file of a package in its manifest, and no other', async () => {
  const zip = readZip(qti3.write(bankOf(await sampleQuestions()), say));
  if (!zip.ok) throw new Error(zip.message);
  const manifest = strFromU8(zip.files.get('imsmanifest.xml') ?? new Uint8Array());
  const named = [...manifest.matchAll(/<file href="([^"]*)"/g)].map(([, path]) => path);
  expect(['imsmanifest.xml', ...named].toSorted()).toEqual([...zip.files.keys()].toSorted());
});
