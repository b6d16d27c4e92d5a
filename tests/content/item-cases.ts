import { bank, claim, options, withItem, type MessageCase } from './message-case.ts';

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
];
