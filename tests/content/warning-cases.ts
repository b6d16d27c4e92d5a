import { soundItem } from './collection-of.ts';
import {
  bank,
  claim,
  item,
  manyItems,
  options,
  sound,
  withItem,
  type MessageCase,
  quotation,
} from './message-case.ts';

/** What an author may have meant, and should look at again. */
export const warningCases: readonly MessageCase[] = [
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
    given: withItem({
      body: options.replace('Until Tuesday', 'Until Tuesday of the week that follows'),
    }),
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
    given: bank(
      soundItem,
      item({
        stem: '## Why until Tuesday?',
        keys: 'id: reason\nlevel: recall',
        body: '- (x) Hills\n- ( ) Roads\n  > No.',
      }),
    ),
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
    code: 'W206',
    fault: 'one verdict in three of four claims, spelled in several ways',
    given: bank(
      ...['not stated', 'Not stated', 'not-stated', 'refuted'].map((verdict, index) =>
        claim(verdict, '\nsearched: wire').replace('id: mild', `id: mild-${index}`),
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
    given: withItem({
      stem: '## Who warned that repairs in the hills could take days?',
      evidence: '> [wire] Officials warned that repairs in the hills could take until Tuesday.',
    }),
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
      ...manyItems(10, (text, index) =>
        index % 2
          ? text
          : item({
              keys: `id: other-${index}\nlevel: recall`,
              evidence:
                '> [wire] Nobody was hurt, and the hospital ran on its own power the whole night.',
            }),
      ),
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
    given: {
      ...sound,
      texts: {
        wire: 'Officials warned that repairs in the hills could take until Tuesday. Nobody was hurt.',
      },
    },
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
  {
    code: 'W215',
    fault: 'a comparison that marks nothing in one of its sources',
    given: withItem({
      keys: 'id: repairs\nlevel: judge\ncompare: wire, daily',
      evidence: `${quotation}\n\n> [daily] It was the third storm of the month.`,
    }),
    at: 'banks/storm.md:19:1',
    mend: 'Put == before and after',
  },
];
