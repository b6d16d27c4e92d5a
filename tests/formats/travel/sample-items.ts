import type { OptionId } from '../../../src/lib/quiz/ids.ts';
import { optionIdAt } from '../../../src/lib/quiz/ids.ts';
import type { Item } from '../../../src/lib/quiz/item.ts';
import { verdictLabels } from '../../../src/lib/quiz/verdict-label.ts';
import { loadCollection } from '../../../src/lib/server/content/load-collection.ts';
import { everyItem, makeItem, makeSentences } from '../../items/make-item.ts';

const ids = (letters: string) => [...letters] as OptionId[];

function texts(count: number) {
  const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'].slice(0, count);
  return words.map((text, index) => ({ id: optionIdAt(index), text, reply: null, trap: null }));
}

const pairs = texts(4).map(({ text, ...rest }) => ({ ...rest, left: text, right: `${text}!` }));
/** `a` and `b` prove it together, `c` proves it alone, `d` proves nothing. */
const picking = {
  sentences: makeSentences('one', 'two', 'three', 'four'),
  pick: 2,
  groups: [ids('ab'), ids('c')],
};

/** What {@link everyItem} leaves out: other scores, sizes, keys and proofs. */
const others: readonly Item[] = [
  makeItem('multiple-response', { score: 'all' }),
  makeItem('multiple-response', { options: texts(7), key: ids('abcdef'), score: 'each' }),
  makeItem('multiple-response', { options: texts(6), key: ids('a'), score: 'each' }),
  makeItem('multiple-response', { options: texts(6), key: ids('abd'), score: 'each' }),
  ...verdictLabels.map((key) => makeItem('verdict', { key, replies: [] })),
  makeItem('order', { score: 'all' }),
  makeItem('order', { options: texts(2) }),
  makeItem('order', { options: texts(5) }),
  makeItem('match', { score: 'all' }),
  makeItem('match', { pairs }),
  makeItem('match', { pairs, score: 'all' }),
  makeItem('evidence-select', picking),
  makeItem('verdict-with-evidence', { key: 'refuted', ...picking }),
  makeItem('verdict-with-evidence', {
    key: 'conflicting',
    ...picking,
    pick: 3,
    groups: [ids('abd')],
  }),
  makeItem('numeric', { value: 0.7, tolerance: 0.1, unit: null }),
  makeItem('numeric', { value: -1_200_000, tolerance: 0, expectedWrong: [] }),
  makeItem('numeric', { value: 0, tolerance: 0, expectedWrong: [] }),
];

/** Items of every type, in all the ways in which they are scored, and those of the fixture’s bank. */
export async function sampleItems(): Promise<Item[]> {
  const { banks } = await loadCollection({ contentDir: 'tests/fixtures/storm', sourcesDir: null });
  const kept = banks.flatMap(({ items }) => items);
  const made = [...everyItem, ...others].map((item, index) => ({
    ...item,
    id: `${item.type}-${index + 1}` as Item['id'],
  }));
  return [...made, ...kept];
}
