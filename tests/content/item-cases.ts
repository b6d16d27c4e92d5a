import { bank, claim, options, withItem, type MessageCase } from './message-case.ts';

const daily = '[daily] It was the third storm of the month.';

/** Two sentences to pick from, with what stands before them. */
function sentences(first: string, second: string, text: string): string {
  const wire = '[wire] Officials warned that repairs in the hills could take until Tuesday.';
  return `- ${first} ${wire}\n  > So it is.\n- ${second} ${text || 'Roads were closed.'}\n  > That is another matter.`;
}

/** An item in which evidence is picked: its `pick:` on line 11, its sentences on 13 and 15. */
function picking(count: string, first: string, second = '[ ]', text = daily): MessageCase['given'] {
  return withItem({
    keys: `id: repairs\nlevel: compare\npick: ${count}`,
    body: sentences(first, second, text),
    evidence: '',
  });
}

/** Faults that an item’s type finds in its own part. */
export const itemCases: readonly MessageCase[] = [
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
    code: 'E115',
    fault: 'a verdict whose only passage is the nearest one',
    given: bank(claim('refuted').replace('==.', '==. #near')),
    at: 'banks/storm.md:11:1',
    mend: '`> [source] The sentence.`',
  },
  {
    code: 'E110',
    fault: 'a text with an empty variant',
    given: withItem({ body: '= Grid Agency |' }),
    at: 'banks/storm.md:12:1',
    mend: '`= one way | another way`',
  },
  {
    code: 'E111',
    fault: 'two variants of a text that count as one',
    given: withItem({ body: '= Grid Agency | grid-agency' }),
    at: 'banks/storm.md:12:1',
    mend: 'Delete it.',
  },
  {
    code: 'E112',
    fault: 'a text that is listed as right and as wrong',
    given: withItem({ body: '= Grid Agency\n\nnot grid agency: that is another.' }),
    at: 'banks/storm.md:14:1',
    mend: 'Delete the `not` line',
  },
  {
    code: 'E111',
    fault: 'an entry that stands twice in an order',
    given: withItem({ body: '1. Lines fall\n2. Repairs begin\n3. lines fall' }),
    at: 'banks/storm.md:14:1',
    mend: 'Delete one of the two',
  },
  {
    code: 'E110',
    fault: 'a match of one pair',
    given: withItem({ body: '- 480,000 :: households' }),
    at: 'banks/storm.md:8:1',
    mend: '`- left :: right`',
  },
  {
    code: 'E111',
    fault: 'the same text on the right of two pairs',
    given: withItem({ body: '- 480,000 :: households\n- 1.2 million :: Households' }),
    at: 'banks/storm.md:13:1',
    mend: 'Word the two apart',
  },
  {
    code: 'E109',
    fault: 'a pair of three texts',
    given: withItem({ body: '- 480,000 :: households :: wire\n- 1.2 million :: people' }),
    at: 'banks/storm.md:12:1',
    mend: '`- left :: right`',
  },
  {
    code: 'E109',
    fault: 'a group for a sentence that proves nothing',
    given: picking('1', '[x]', '[ ]', `${daily} #group a`),
    at: 'banks/storm.md:15:1',
    mend: 'Take out `#group a`',
  },
  {
    code: 'E115',
    fault: 'one sentence alone to show that sources disagree',
    given: withItem({
      stem: '## Claim: the storm was mild.',
      keys: 'id: mild\nlevel: judge\nverdict: conflicting\npick: 1',
      body: sentences('[x]', '[x]', `${daily} #group b`).replace('Tuesday.', 'Tuesday. #group a'),
      evidence: '',
    }),
    at: 'banks/storm.md:11:1',
    mend: 'both',
  },
  {
    code: 'E130',
    fault: 'as many picks as sentences',
    given: picking('2', '[x]'),
    at: 'banks/storm.md:11:1',
    mend: '`pick: 1`',
  },
  {
    code: 'E110',
    fault: 'no sentence marked as the proof',
    given: picking('1', '[ ]'),
    at: 'banks/storm.md:11:1',
    mend: 'Write [x]',
  },
  {
    code: 'E110',
    fault: 'a proof of more sentences than may be picked',
    given: picking('1', '[x]', '[x]'),
    at: 'banks/storm.md:11:1',
    mend: '`#group a`',
  },
  {
    code: 'E105',
    fault: 'a sentence to pick that names no source',
    given: picking('1', '[x]', '[ ]', ''),
    at: 'banks/storm.md:15:1',
    mend: '`- [ ] [source] …`',
  },
  {
    code: 'E101',
    fault: 'a sentence to pick that is not the article’s',
    given: picking('1', '[x]', '[ ]', '[daily] It was the fourth storm of the month.'),
    at: 'banks/storm.md:15:1',
    mend: 'Copy the sentence',
  },
  {
    code: 'E117',
    fault: 'evidence to be picked for what is not stated',
    given: withItem({
      stem: '## Claim: the storm was mild.',
      keys: 'id: mild\nlevel: judge\nverdict: not stated\nsearched: wire\npick: 1',
      body: sentences('[x]', '[ ]', daily),
      evidence: '',
    }),
    at: 'banks/storm.md:11:1',
    mend: 'Take out `pick:`',
  },
];
