import type { Code } from '../../src/lib/bank/codes.ts';
import { head, lockOf, soundItem, type Given } from './collection-of.ts';

/** One way to go wrong, with where the author is sent and what the author is told to do. */
export interface MessageCase {
  readonly code: Code;
  /** What the author did, for the test's name. */
  readonly fault: string;
  readonly given: Given;
  /** `file:line:column` of the only issue of this code. */
  readonly at: string;
  /** A part of the mend. */
  readonly mend: string;
}

/** The parts of an item, each replaceable; its stem stands on line 8 of the bank's file. */
interface Parts {
  readonly stem?: string;
  readonly keys?: string;
  readonly body?: string;
  readonly evidence?: string;
  readonly why?: string;
}

const options = '- (x) Until Tuesday\n- ( ) Until Friday\n  > No report names a Friday.';
const quotation =
  '> [wire] Officials warned that repairs in the hills could take ==until Tuesday==.';

/** Lines: stem 8, keys 9–10, body from 12 on (three lines), evidence 16, why 18. */
function item(parts: Parts): string {
  const { stem = '## How long could repairs take?', keys = 'id: repairs\nlevel: recall' } = parts;
  const { body = options, evidence = quotation, why = 'Why: the notice gives a day.' } = parts;
  return [`${stem}\n${keys}`, body, evidence, why].filter(Boolean).join('\n\n') + '\n';
}

function bank(...items: readonly string[]): Given {
  return { banks: { storm: [head, ...items].join('\n') } };
}

function withItem(parts: Parts): Given {
  return bank(item(parts));
}

const sound = bank(soundItem);
const soundLock = lockOf(sound);

/** Several sound items, told apart by number; `change` makes each one's text. */
function manyItems(count: number, change: (text: string, index: number) => string): Given {
  return bank(
    ...Array.from({ length: count }, (_, index) =>
      change(soundItem.replace('id: repairs', `id: repairs-${index}`), index),
    ),
  );
}

const claim = (verdict: string, keys = '') =>
  `## Claim: the storm was mild.\nid: mild\nlevel: judge\nverdict: ${verdict}${keys}\n\n${quotation}\n\nWhy: so it is.\n`;

/** Every message that an author can meet, at least once. */
export const messageCases: readonly MessageCase[] = [
  {
    code: 'E100',
    fault: 'a file without front matter',
    given: { banks: { storm: soundItem } },
    at: 'banks/storm.md:1:1',
    mend: 'Begin it with a `---` line',
  },
  {
    code: 'E100',
    fault: 'a colon in an unquoted title',
    given: { banks: { storm: `${head.replace('The March storm', 'Storm: who knows')}\n${soundItem}` } },
    at: 'banks/storm.md:2:8',
    mend: 'quotation marks',
  },
  {
    code: 'E101',
    fault: 'one character of a quotation changed',
    given: withItem({ evidence: quotation.replace('Officials', 'officials') }),
    at: 'banks/storm.md:16:1',
    mend: 'Copy the sentence from the article',
  },
  {
    code: 'E102',
    fault: 'a sentence that stands twice, among different sentences',
    given: withItem({ evidence: '> [wire] Roads were closed.' }),
    at: 'banks/storm.md:16:1',
    mend: '`> [wire 2] …`',
  },
  {
    code: 'E102',
    fault: 'a place named that is none',
    given: withItem({ evidence: '> [wire 3] Roads were closed.' }),
    at: 'banks/storm.md:16:1',
    mend: 'from 1 to 2',
  },
  {
    code: 'E103',
    fault: 'a text that changed after it was locked',
    given: {
      ...sound,
      lock: soundLock.replace(/("wire": \{\s+"digest": ")[\da-f]{6}/, '$1000000'),
    },
    at: 'banks/storm.md:1:1',
    mend: 'See whether its passages still hold.',
  },
  {
    code: 'E104',
    fault: 'an explanation right below a quotation',
    given: withItem({ evidence: `${quotation}\nWhy: the notice gives a day.`, why: '' }),
    at: 'banks/storm.md:17:1',
    mend: 'Put a blank line before it.',
  },
  {
    code: 'E104',
    fault: 'a second quotation right below the first',
    given: withItem({ evidence: `${quotation}\n> [daily] It was the third storm of the month.` }),
    at: 'banks/storm.md:17:1',
    mend: 'Put a blank line before it.',
  },
  {
    code: 'E104',
    fault: 'an explanation right below a reply',
    given: withItem({ body: `${options}\nWhy: the notice gives a day.` }),
    at: 'banks/storm.md:15:1',
    mend: 'Put a blank line before it.',
  },
  {
    code: 'E104',
    fault: 'a line right below an option',
    given: withItem({ body: '- ( ) Until Friday\n  > None says so.\n- (x) Until Tuesday\nor later' }),
    at: 'banks/storm.md:15:1',
    mend: 'Put a blank line before it.',
  },
  {
    code: 'E105',
    fault: 'a source without a card',
    given: withItem({ evidence: quotation.replace('wire', 'weekly') }),
    at: 'banks/storm.md:16:1',
    mend: 'Add sources/weekly.md',
  },
  {
    code: 'E105',
    fault: 'a quotation that names no source',
    given: withItem({ evidence: `${quotation}\n\n> Nobody was hurt.` }),
    at: 'banks/storm.md:18:1',
    mend: '`> [source] …`',
  },
  {
    code: 'E105',
    fault: 'a source listed in front matter that has no card',
    given: { banks: { storm: `${head.replace('daily]', 'daily, weekly]')}\n${soundItem}` } },
    at: 'banks/storm.md:5:1',
    mend: 'Add sources/weekly.md',
  },
  {
    code: 'E105',
    fault: 'a source that the bank does not list',
    given: { banks: { storm: `${head.replace('wire, daily', 'daily')}\n${soundItem}` } },
    at: 'banks/storm.md:15:1',
    mend: 'Add it to `sources:`',
  },
  {
    code: 'E106',
    fault: 'a reply at the margin',
    given: withItem({ body: options.replace('  > No', '> No') }),
    at: 'banks/storm.md:14:1',
    mend: 'two spaces after `-`',
  },
  {
    code: 'E107',
    fault: 'stars that Markdown takes for emphasis',
    given: withItem({ evidence: '> [wire] Nobody was *hurt*.' }),
    at: 'banks/storm.md:16:21',
    mend: 'backslash',
  },
  {
    code: 'E107',
    fault: 'a character reference',
    given: withItem({ evidence: '> [wire] Nobody was hurt&nbsp;there.' }),
    at: 'banks/storm.md:16:3',
    mend: 'Write the character itself',
  },
  {
    code: 'E107',
    fault: 'a hard break',
    given: withItem({ evidence: '> [wire] Nobody was  \n> hurt.' }),
    at: 'banks/storm.md:16:20',
    mend: 'two spaces',
  },
  {
    code: 'E107',
    fault: 'a mark without its partner',
    given: withItem({ evidence: quotation.replace('Tuesday==', 'Tuesday') }),
    at: 'banks/storm.md:16:1',
    mend: 'Put == before and after',
  },
  {
    code: 'E108',
    fault: 'a list entry without a sign',
    given: withItem({ body: `${options}\n- Until Sunday` }),
    at: 'banks/storm.md:15:1',
    mend: 'Begin it with (x)',
  },
  {
    code: 'E109',
    fault: 'a paragraph that is nothing in particular',
    given: withItem({ evidence: `The notice says:\n\n${quotation}` }),
    at: 'banks/storm.md:16:1',
    mend: '`Why:`',
  },
  {
    code: 'E109',
    fault: 'a heading of another level',
    given: withItem({ why: 'Why: the notice gives a day.\n\n### More' }),
    at: 'banks/storm.md:20:1',
    mend: '`## `',
  },
  {
    code: 'E110',
    fault: 'no option marked as right',
    given: withItem({ body: options.replace('(x)', '( )') }),
    at: 'banks/storm.md:8:1',
    mend: 'Write (x)',
  },
  {
    code: 'E110',
    fault: 'two options of a ( ) list marked as right',
    given: withItem({ body: options.replace('( )', '(x)') }),
    at: 'banks/storm.md:8:1',
    mend: 'Leave one (x)',
  },
  {
    code: 'E111',
    fault: 'an option that stands twice',
    given: withItem({ body: `${options}\n- ( ) until  friday\n  > No.` }),
    at: 'banks/storm.md:15:1',
    mend: 'Delete one of the two',
  },
  {
    code: 'E112',
    fault: 'a tolerance that admits a listed wrong number',
    given: withItem({ body: '= 480000 +- 5000 households\n\nnot 481000: that is an older count.' }),
    at: 'banks/storm.md:12:1',
    mend: 'Narrow the tolerance',
  },
  {
    code: 'E113',
    fault: 'a not-stated verdict that names no searched source',
    given: bank(claim('not stated')),
    at: 'banks/storm.md:11:1',
    mend: '`searched: source, source`',
  },
  {
    code: 'E114',
    fault: 'a comparison of one source',
    given: withItem({ keys: 'id: repairs\nlevel: recall\ncompare: wire' }),
    at: 'banks/storm.md:11:1',
    mend: '`compare: source, source`',
  },
  {
    code: 'E115',
    fault: 'a verdict whose only passage is the nearest one',
    given: bank(claim('refuted').replace('==.', '==. #near')),
    at: 'banks/storm.md:11:1',
    mend: '`> [source] The sentence.`',
  },
  {
    code: 'E116',
    fault: 'options right below the keys',
    given: bank(item({}).replace('recall\n\n-', 'recall\n-')),
    at: 'banks/storm.md:11:1',
    mend: 'Put a blank line before it.',
  },
  {
    code: 'E116',
    fault: 'a line of dashes that turns the keys into a heading',
    given: withItem({ keys: 'id: repairs\nlevel: recall\n---' }),
    at: 'banks/storm.md:9:1',
    mend: 'Put a blank line above',
  },
  {
    code: 'E117',
    fault: 'signs that no item type has together',
    given: withItem({ body: `${options}\n\n= 5 days` }),
    at: 'banks/storm.md:8:1',
    mend: 'Keep the signs of one type',
  },
  {
    code: 'E117',
    fault: 'nothing to answer',
    given: withItem({ body: '' }),
    at: 'banks/storm.md:8:1',
    mend: 'docs/writing-a-bank.md',
  },
  {
    code: 'E118',
    fault: 'no explanation',
    given: withItem({ why: '' }),
    at: 'banks/storm.md:8:1',
    mend: '`Why:`',
  },
  {
    code: 'E118',
    fault: 'no stem',
    given: withItem({ stem: '##' }),
    at: 'banks/storm.md:8:1',
    mend: 'behind `## `',
  },
  {
    code: 'E118',
    fault: 'no passage',
    given: withItem({ evidence: '' }),
    at: 'banks/storm.md:8:1',
    mend: 'Quote the sentence',
  },
  {
    code: 'E118',
    fault: 'no level',
    given: withItem({ keys: 'id: repairs' }),
    at: 'banks/storm.md:8:1',
    mend: 'recall, compare, judge',
  },
  {
    code: 'E118',
    fault: 'a bank without items',
    given: { banks: { storm: head } },
    at: 'banks/storm.md:1:1',
    mend: 'Open one with `## `',
  },
  {
    code: 'E119',
    fault: 'quotations inside quotations, ten thousand deep',
    given: { banks: { storm: `${head}\n${soundItem}\n${'>'.repeat(10_000)} x\n` } },
    at: 'banks/storm.md:1:1',
    mend: 'Take out the run of >',
  },
  {
    code: 'E120',
    fault: 'no id',
    given: withItem({ keys: 'level: recall' }),
    at: 'banks/storm.md:8:1',
    mend: 'Write `id:`',
  },
  {
    code: 'E120',
    fault: 'an id used twice',
    given: bank(soundItem, soundItem.replace('How long', 'Until when')),
    at: 'banks/storm.md:21:1',
    mend: 'an id of its own',
  },
  {
    code: 'E120',
    fault: 'a published id changed',
    given: { ...bank(soundItem.replace('id: repairs', 'id: mending')), lock: soundLock },
    at: 'banks/storm.md:1:1',
    mend: 'lock --retire storm/repairs',
  },
  {
    code: 'E120',
    fault: 'a published bank deleted',
    given: { banks: {}, lock: soundLock },
    at: 'banks.lock.json:1:1',
    mend: 'lock --retire storm`',
  },
  {
    code: 'E120',
    fault: 'a file name that can be no id',
    given: { banks: { 'The Storm': `${head}\n${soundItem}` } },
    at: 'banks/The Storm.md:1:1',
    mend: 'Name the file',
  },
  {
    code: 'E130',
    fault: 'an unknown key of an item',
    given: withItem({ keys: 'id: repairs\nlevel: recall\npoints: 3' }),
    at: 'banks/storm.md:11:1',
    mend: 'Use: id, level',
  },
  {
    code: 'E130',
    fault: 'an unknown key in front matter',
    given: { banks: { storm: `${head.replace('language', 'lang: en\nlanguage')}\n${soundItem}` } },
    at: 'banks/storm.md:4:1',
    mend: 'Use: title',
  },
  {
    code: 'E130',
    fault: 'a warning allowed without a reason',
    given: withItem({ keys: 'id: repairs\nlevel: recall\nallow: W201' }),
    at: 'banks/storm.md:11:1',
    mend: '`allow: W202 …`',
  },
  {
    code: 'E140',
    fault: 'a lock that gives another place',
    given: { ...sound, lock: soundLock.replace(/"start": \d+/, '"start": 3') },
    at: 'banks/storm.md:15:1',
    mend: 'Find out who changed banks.lock.json.',
  },
  {
    code: 'E140',
    fault: 'a lock that leaves a passage out',
    given: { ...sound, lock: soundLock.replace(/"passages": \[[^\]]*\]/, '"passages": []') },
    at: 'banks/storm.md:15:1',
    mend: 'Find out who changed banks.lock.json.',
  },
  {
    code: 'E140',
    fault: 'a lock that gives another length',
    given: { ...sound, lock: soundLock.replace(/("wire": \{[^}]*"length": )\d+/, '$1 3') },
    at: 'banks/storm.md:1:1',
    mend: 'Find out who changed banks.lock.json.',
  },
  {
    code: 'E141',
    fault: 'an item that was never locked',
    given: sound,
    at: 'banks/storm.md:8:1',
    mend: 'npm run bank -- lock',
  },
  {
    code: 'E142',
    fault: 'a lock with a conflict of two branches in it',
    given: { ...sound, lock: `<<<<<<< ours\n${soundLock}` },
    at: 'banks.lock.json:1:1',
    mend: 'Take it back from version control',
  },
  {
    code: 'W201',
    fault: 'a distractor without a reply',
    given: withItem({ body: '- (x) Until Tuesday\n- ( ) Until Friday' }),
    at: 'banks/storm.md:13:1',
    mend: 'Add an indented `> reply`',
  },
  {
    code: 'W202',
    fault: 'a key twice as long as the distractor',
    given: withItem({ body: options.replace('Until Tuesday', 'Until Tuesday of the week that follows') }),
    at: 'banks/storm.md:12:1',
    mend: 'Shorten it',
  },
  {
    code: 'W203',
    fault: 'an option that lumps the others together',
    given: withItem({ body: `${options}\n- ( ) None of the above\n  > One is right.` }),
    at: 'banks/storm.md:15:1',
    mend: 'one kind with the others',
  },
  {
    code: 'W203',
    fault: 'a stem that asks for what is not so',
    given: withItem({ stem: '## Which day does the notice not name?' }),
    at: 'banks/storm.md:8:1',
    mend: 'Ask for what is so.',
  },
  {
    code: 'W203',
    fault: 'absolute words in distractors only',
    given: withItem({ body: options.replace('Until Friday', 'Never') }),
    at: 'banks/storm.md:8:1',
    mend: 'Word the options alike.',
  },
  {
    code: 'W204',
    fault: 'the key first in every item',
    given: manyItems(4, (text) => text),
    at: 'banks/storm.md:1:1',
    mend: 'Vary its place',
  },
  {
    code: 'W205',
    fault: 'a key that another stem states',
    given: bank(soundItem, item({ stem: '## Why until Tuesday?', keys: 'id: reason\nlevel: recall', body: '- (x) Hills\n- ( ) Roads\n  > No.' })),
    at: 'banks/storm.md:12:1',
    mend: 'put this item first',
  },
  {
    code: 'W206',
    fault: 'one verdict in three of four claims',
    given: bank(
      ...['supported', 'supported', 'supported', 'refuted'].map((verdict, index) =>
        claim(verdict).replace('id: mild', `id: mild-${index}`),
      ),
    ),
    at: 'banks/storm.md:1:1',
    mend: 'other verdicts',
  },
  {
    code: 'W207',
    fault: 'six options',
    given: withItem({
      body: `${options}\n${['Monday', 'Thursday', 'Sunday', 'Saturday'].map((day) => `- ( ) Until ${day}\n  > No.`).join('\n')}`,
    }),
    at: 'banks/storm.md:8:1',
    mend: 'Delete those',
  },
  {
    code: 'W208',
    fault: 'a quotation of more than 60 words',
    given: withItem({
      evidence: `> [wire] Officials warned that repairs in the hills could take until Tuesday. Crews from two provinces are on their way. Roads were closed. Nobody was hurt, and the hospital ran on its own power the whole night. | Village | Hours dark | | Upper Ford | 11 hours | Trains resume at noon. The operator counts connections and will publish a corrected table by the end of the week, a spokesman said on the radio.`,
    }),
    at: 'banks/storm.md:16:1',
    mend: 'at most 60 words',
  },
  {
    code: 'W209',
    fault: 'a stem that copies the passage',
    given: withItem({ stem: '## Until when did they warn that repairs in the hills could take?', evidence: '> [wire] Officials warned that repairs in the hills could take until Tuesday.' }),
    at: 'banks/storm.md:8:1',
    mend: 'words of your own',
  },
  {
    code: 'W210',
    fault: 'a figure in the stem that no passage carries',
    given: withItem({ stem: '## How long could repairs for 480,000 households take?' }),
    at: 'banks/storm.md:8:1',
    mend: 'Quote the sentence that has it',
  },
  {
    code: 'W211',
    fault: 'a source that carries none of ten items',
    given: {
      ...manyItems(10, (text, index) => (index % 2 ? text : item({ keys: `id: other-${index}\nlevel: recall`, evidence: '> [wire] Nobody was hurt, and the hospital ran on its own power the whole night.' }))),
    },
    at: 'sources/daily.md:1:1',
    mend: 'between 8 % and 45 %',
  },
  {
    code: 'W212',
    fault: 'a distractor that a source states',
    given: withItem({ body: options.replace('Until Friday', 'Schools stay closed on Monday') }),
    at: 'banks/storm.md:13:1',
    mend: 'See whether it is right after all',
  },
  {
    code: 'W213',
    fault: 'most of a short text quoted',
    given: { ...sound, texts: { wire: 'Officials warned that repairs in the hills could take until Tuesday. Nobody was hurt.' } },
    at: 'sources/wire.md:1:1',
    mend: 'Quote at most 40 %',
  },
  {
    code: 'W214',
    fault: 'half a sentence quoted',
    given: withItem({ evidence: '> [wire] repairs in the hills could take ==until Tuesday==.' }),
    at: 'banks/storm.md:16:1',
    mend: 'Quote whole sentences',
  },
];
