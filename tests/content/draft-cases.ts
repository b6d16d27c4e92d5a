import { head, soundItem } from './collection-of.ts';
import { bank, item, quotation, soundLock, withItem, type MessageCase } from './message-case.ts';

const keys = 'id: repairs\nlevel: recall\ndraft: yes';

/** What a check says of items that are marked as drafts. */
export const draftCases: readonly MessageCase[] = [
  {
    code: 'W217',
    fault: 'a draft without a passage',
    given: withItem({ keys, evidence: '' }),
    at: 'banks/storm.md:8:1',
    says: 'E118 missing-part',
    mend: '`> [source] The sentence.` Once nothing is missing, take out `draft: yes`.',
  },
  {
    code: 'W217',
    fault: 'a draft whose quotation the article does not have',
    given: withItem({ keys, evidence: quotation.replace('could', 'might') }),
    at: 'banks/storm.md:17:1',
    says: 'E101',
    mend: 'Copy the sentence',
  },
  {
    code: 'W217',
    fault: 'a draft that quotes an unknown source',
    given: withItem({ keys, evidence: quotation.replace('wire', 'source') }),
    at: 'banks/storm.md:17:1',
    says: 'E105',
    mend: 'Add sources/source.md',
  },
  {
    code: 'W217',
    fault: 'a draft that has the id of an item below it',
    given: bank(item({ keys }), soundItem),
    at: 'banks/storm.md:9:1',
    says: 'E120',
    mend: 'an id of its own',
  },
  {
    code: 'W217',
    fault: 'a draft that says it is none',
    given: withItem({ keys: keys.replace('yes', 'no') }),
    at: 'banks/storm.md:11:1',
    says: 'E130',
    mend: 'Write `draft: yes`.',
  },
  {
    code: 'W218',
    fault: 'a draft that lacks nothing',
    given: bank(item({ keys }), soundItem.replace('id: repairs', 'id: mending')),
    at: 'banks/storm.md:11:1',
    mend: 'take out `draft: yes`.',
  },
  {
    code: 'W219',
    fault: 'a bank of nothing but drafts',
    given: { banks: { storm: `${head}\n${item({ keys, evidence: '' })}` } },
    at: 'banks/storm.md:1:1',
    mend: 'take out `draft: yes`.',
  },
  {
    code: 'E120',
    fault: 'a published item made a draft',
    given: {
      ...bank(item({ keys }), soundItem.replace('id: repairs', 'id: mending')),
      lock: soundLock,
    },
    at: 'banks/storm.md:1:1',
    says: 'a draft now',
    mend: 'Take out its `draft: yes`, or retire it: `npm run bank -- lock --retire storm/repairs`.',
  },
];
