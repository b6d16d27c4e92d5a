import type { PassageChange } from '../../src/lib/bank/drift/classify-passages.ts';

const headline = 'River rises over the old bridge';
const level = 'The river Elm rose to 4.2 metres on Monday, the water board said.';
const reading = 'It had called an earlier reading “too low to matter”.';
const sandbags = 'Helpers filled 3,000 sandbags before dawn.';
const ferry = 'The ferry stopped at noon.';
const shelter = 'Nobody was hurt, and the school became a shelter for sixty people.';
const thanks = 'The mayor thanked all helpers in the evening.';
const engineers = 'She will walk the dyke again on Friday with two engineers.';
const schools = 'Schools reopen on Thursday. The market is put off.';
const trams = 'The trams stopped at noon.';

const opening = `${level} ${reading}`;
const night = `${sandbags} ${ferry} ${shelter}`;
const close = `${thanks} ${engineers}`;
const city = `${schools} ${trams}`;

function article(...paragraphs: readonly string[]): string {
  return paragraphs.join('\n\n');
}

/** An article of our own, as it was when it was quoted. */
export const oldArticle = article(headline, opening, night, close, city);

function item(id: string, passage: string, keys = 'level: recall', body = '= 4.2 m'): string {
  return `## What does the report say of ${id}?\nid: ${id}\n${keys}\n\n${body}\n\n> [wire] ${passage}\n\nWhy: it says so.\n`;
}

/** A bank that quotes it: seven items, one passage each. */
export const floodBank = [
  '---\ntitle: The flood\nsummary: One night.\nlanguage: en\nsources: [wire]\n---\n',
  item('level', level.replace('4.2 metres', '==4.2 metres==')),
  item('reading', reading.replace('“too low to matter”', '==“too low to matter”==')),
  item('sandbags', `${sandbags} ${ferry}`.replace('3,000 sandbags', '==3,000 sandbags==')),
  item('shelter', shelter.replace('the school became', '==the school became==')),
  item('rank', `${thanks} #near`, 'level: judge\nverdict: not stated\nsearched: wire', ''),
  item('engineers', engineers),
  item('trams', trams),
].join('\n');

/** One way to change the article, and what becomes of the passages. */
export interface DriftCase {
  /** What the publisher did, for the test's name. */
  readonly edit: string;
  readonly now: string;
  /** By item; those that are not named are the same. */
  readonly classes: Readonly<Record<string, PassageChange['kind']>>;
  /** The same where only the lock is at hand, if it is not. */
  readonly byLock?: Readonly<Record<string, PassageChange['kind']>>;
  /** Items whose key is no longer carried. */
  readonly lost: readonly string[];
  /** Whether every key is still carried, as exit status. */
  readonly status: 0 | 1;
  /** A part of the report. */
  readonly says?: string;
}

function edited(from: string, to: string): string {
  if (!oldArticle.includes(from)) throw new Error(`Not in the article: ${from}`);
  return oldArticle.replace(from, to);
}

const placesKept: readonly DriftCase[] = [
  { edit: 'nothing', now: oldArticle, classes: {}, lost: [], status: 0 },
  {
    edit: 'a paragraph put in before all others',
    now: edited(opening, `The bridge is closed. Use the ford at Lower Elm.\n\n${opening}`),
    classes: {},
    lost: [],
    status: 0,
  },
  {
    edit: 'spaces and line breaks',
    now: oldArticle.replaceAll('. ', '.\u00a0 \n').replaceAll('\n\n', '\r\n'),
    classes: {},
    lost: [],
    status: 0,
  },
  {
    edit: 'a paragraph printed at the top as well',
    now: article(headline, night, opening, night, close, city),
    classes: {},
    lost: [],
    status: 0,
  },
  {
    edit: 'a paragraph moved to the end',
    now: article(headline, night, close, city, opening),
    classes: { level: 'moved', reading: 'moved' },
    lost: [],
    status: 0,
    says: 'It stands elsewhere in the article.',
  },
  {
    edit: 'a paragraph moved to the top, another put in before it',
    now: article(headline, 'Trains are late.', engineers, opening, night, thanks, city),
    classes: { engineers: 'moved' },
    lost: [],
    status: 0,
  },
  {
    edit: 'two sentences swapped',
    now: edited(opening, `${reading} ${level}`),
    classes: { level: 'moved', reading: 'moved' },
    lost: [],
    status: 0,
  },
  {
    edit: 'a sentence moved past some that no bank quotes',
    now: article(headline, opening, night, thanks, `${schools} ${engineers} ${trams}`),
    classes: { engineers: 'moved' },
    byLock: {},
    lost: [],
    status: 0,
  },
  {
    edit: 'a sentence doubled among other neighbours',
    now: edited(shelter, `${shelter} ${level}`),
    classes: { level: 'ambiguous' },
    lost: [],
    status: 0,
    says: 'Say which is meant, from 1 to 2: `[wire 2] …`.',
  },
];

const wordsChanged: readonly DriftCase[] = [
  {
    edit: 'a figure',
    now: edited('4.2', '4.7'),
    classes: { level: 'reworded' },
    lost: ['level'],
    status: 1,
    says: 'The river Elm rose to -4.2- +4.7+ metres on Monday, the water board said.',
  },
  {
    edit: 'the sign in a figure',
    now: edited('3,000', '3.000'),
    classes: { sandbags: 'reworded' },
    lost: ['sandbags'],
    status: 1,
    says: '-3,000- +3.000+',
  },
  {
    edit: 'quotation marks',
    now: edited('“too low to matter”', '"too low to matter"'),
    classes: { reading: 'reworded' },
    lost: [],
    status: 0,
    says: 'reading -“too- +"too+ low to -matter”.- +matter".+',
  },
  {
    edit: 'words around the marked ones',
    now: edited('on Monday, the water board said', 'late on Monday, according to the water board'),
    classes: { level: 'reworded' },
    lost: [],
    status: 0,
    says: 'metres +late+ on Monday, +according to+ the water -board said.- +board.+',
  },
  {
    edit: 'a word put between the marked ones',
    now: edited('the school became', 'the school almost became'),
    classes: { shelter: 'reworded' },
    lost: ['shelter'],
    status: 1,
  },
  {
    edit: 'a word of a passage without marks',
    now: edited('on Friday', 'on Sunday'),
    classes: { engineers: 'reworded' },
    lost: ['engineers'],
    status: 1,
  },
  {
    edit: 'a sentence split in two',
    now: edited('hurt, and the', 'hurt. The'),
    classes: { shelter: 'reworded' },
    lost: [],
    status: 0,
    says: 'now: “Nobody was hurt. The school became a shelter for sixty people.”',
  },
  {
    edit: 'one of the two sentences of a passage',
    now: edited('at noon', 'at three'),
    classes: { sandbags: 'reworded' },
    lost: [],
    status: 0,
    says: 'stopped at -noon.- +three.+',
  },
  {
    edit: 'a sentence put between the two of a passage',
    now: edited(`${sandbags} ${ferry}`, `${sandbags} A baker brought bread for all. ${ferry}`),
    classes: { sandbags: 'reworded' },
    lost: [],
    status: 0,
    says: 'before dawn. +[…]+ The ferry',
  },
  {
    edit: 'the two sentences of a passage put far from each other',
    now: article(headline, opening, `${sandbags} ${shelter}`, close, city, ferry),
    classes: { sandbags: 'reworded' },
    lost: [],
    status: 0,
    says: 'before dawn. +[…]+ The ferry',
  },
  {
    edit: 'the two sentences of a passage made one',
    now: edited('before dawn. The ferry', 'before dawn, when the ferry'),
    classes: { sandbags: 'reworded' },
    lost: [],
    status: 0,
    says: '-dawn. The- +dawn, when the+ ferry',
  },
];

const cut: readonly DriftCase[] = [
  {
    edit: 'a sentence',
    now: edited(` ${shelter}`, ''),
    classes: { shelter: 'gone' },
    lost: ['shelter'],
    status: 1,
    says: 'Quote another passage that proves the key, or retire the item.',
  },
  {
    edit: 'the marked one of two sentences',
    now: edited(`${sandbags} `, ''),
    classes: { sandbags: 'reworded' },
    lost: ['sandbags'],
    status: 1,
    says: '-Helpers filled 3,000 sandbags before dawn.- The ferry stopped at noon.',
  },
  {
    edit: 'the nearest sentence to what is not stated',
    now: edited(`${thanks} `, ''),
    classes: { rank: 'gone' },
    lost: [],
    status: 0,
  },
  {
    edit: 'a sentence, while one of the same build stays',
    now: edited(` ${trams}`, ''),
    classes: { trams: 'gone' },
    byLock: { trams: 'reworded' },
    lost: ['trams'],
    status: 1,
  },
  {
    edit: 'the whole article, for another',
    now: 'Bakers win the cup\n\nA late goal decided the match. Fans sang until midnight.',
    classes: {
      level: 'gone',
      reading: 'gone',
      sandbags: 'gone',
      shelter: 'gone',
      rank: 'gone',
      engineers: 'gone',
      trams: 'gone',
    },
    lost: ['level', 'reading', 'sandbags', 'shelter', 'engineers', 'trams'],
    status: 1,
  },
];

/** Every case, under what was done to the article. */
export const driftCases = { 'keeps or moves': placesKept, changes: wordsChanged, cuts: cut };
