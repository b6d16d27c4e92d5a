import type { CollectionFiles, ContentFile } from '../../src/lib/bank/collection.ts';
import type { SourceId } from '../../src/lib/passage/source.ts';
import { seededRandom, type Random } from '../../src/lib/quiz/draw.ts';

/** Articles in every generated collection. */
const articleCount = 100;

const itemsPerBank = 20;
const sentencesPerArticle = 120;

/** One sentence of a generated article, with the parts that an item asks about. */
interface Fact {
  readonly person: string;
  readonly place: string;
  readonly thing: string;
  readonly count: number;
  readonly sentence: string;
}

const syllables = 'ba de fi go hu ka le mi no pu ra se ti vo wu ya zo cha lin mer dor'.split(' ');
const things = 'lamps boats bridges wells mills gardens letters carts bells ovens'.split(' ');
const seasons = 'in early spring|before the harvest|after the flood|during the long winter'.split(
  '|',
);
const manners = 'with two helpers|on foot|against all advice|for the third time'.split('|');

/** Banks with `itemCount` items in all over {@link articleCount} articles; the same every time. */
export function generateCollection(itemCount: number): CollectionFiles {
  const random = seededRandom('a collection for the bench');
  const articles = Array.from({ length: articleCount }, () => makeFacts(random));
  const banks: ContentFile[] = [];
  for (let first = 0; first < itemCount; first += itemsPerBank) {
    const last = Math.min(first + itemsPerBank, itemCount);
    banks.push(makeBank(banks.length, first, last, articles, random));
  }
  return {
    banks,
    sources: articles.map((_, index) => makeSource(index)),
    explainers: [],
    lock: null,
    texts: new Map(articles.map((facts, index) => [sourceAt(index), makeText(facts)])),
  };
}

function sourceAt(index: number): SourceId {
  return `source-${index}` as SourceId;
}

function makeSource(index: number): ContentFile {
  const text = `---\ntitle: Report ${index}\npublisher: Example Wire ${index}\nlanguage: en\n---\n`;
  return { path: `sources/${sourceAt(index)}.md`, text };
}

function makeText(facts: readonly Fact[]): string {
  const paragraphs: string[] = [];
  for (let first = 0; first < facts.length; first += 5) {
    const sentences = facts.slice(first, first + 5).map((fact) => fact.sentence);
    paragraphs.push(sentences.join(' '));
  }
  return `${paragraphs.join('\n\n')}\n`;
}

function makeFacts(random: Random): Fact[] {
  return Array.from({ length: sentencesPerArticle }, () => {
    const [person, place] = [makeName(random), makeName(random)];
    const [thing, season, manner] = [
      pick(things, random),
      pick(seasons, random),
      pick(manners, random),
    ];
    const count = 100 + Math.floor(random() * 900_000);
    const sentence = `${person} counted ${count} ${thing} at ${place} ${season}, ${manner}.`;
    return { person, place, thing, count, sentence };
  });
}

function makeName(random: Random): string {
  const word = Array.from({ length: 4 }, () => pick(syllables, random)).join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function pick<Member>(members: readonly Member[], random: Random): Member {
  return members[Math.floor(random() * members.length)] as Member;
}

function makeBank(
  number: number,
  first: number,
  last: number,
  articles: readonly (readonly Fact[])[],
  random: Random,
): ContentFile {
  const used = new Set<SourceId>();
  const items: string[] = [];
  for (let index = first; index < last; index += 1) {
    const facts = articles[index % articleCount] ?? [];
    const at = Math.floor(index / articleCount) % facts.length;
    const [fact, other] = [facts[at], facts[(at + 1) % facts.length]];
    const source = sourceAt(index % articleCount);
    used.add(source);
    if (fact && other) items.push(makeItem(index, source, fact, other, random));
  }
  const head = [
    '---',
    `title: Bank ${number}`,
    'summary: Who counted what, and where.',
    'language: en',
  ];
  const text = [...head, `sources: [${[...used].join(', ')}]`, '---', ''].join('\n');
  return { path: `banks/bank-${number}.md`, text: `${text}\n${items.join('\n')}` };
}

const writers = [writeSingle, writeMultiple, writeNumeric, writeVerdict];

function makeItem(
  index: number,
  source: SourceId,
  fact: Fact,
  other: Fact,
  random: Random,
): string {
  const level = ['recall', 'compare', 'judge'][index % 3];
  const keys = `id: item-${index}\nlevel: ${level}`;
  const write = writers[index % writers.length] ?? writeSingle;
  const why =
    'Why: the sentence names the person and the place, and the figure stands beside both.';
  return `${write(keys, source, fact, other, random)}\n\n${why}\n`;
}

function quote(source: SourceId, { sentence, count, thing }: Fact): string {
  const decisive = `${count} ${thing}`;
  return `> [${source}] ${sentence.replace(decisive, `==${decisive}==`)}`;
}

function writeSingle(
  keys: string,
  source: SourceId,
  fact: Fact,
  other: Fact,
  random: Random,
): string {
  const options = [
    `- ( ) ${fact.count + 17} ${fact.thing} #trap slip\n  > That figure stands in no report.`,
    `- ( ) ${other.count} ${fact.thing} #trap neighbour\n  > That was counted by somebody else.`,
  ];
  options.splice(Math.floor(random() * 3), 0, `- (x) ${fact.count} ${fact.thing}`);
  const stem = `## What did ${fact.person} find at ${fact.place}?`;
  return `${stem}\n${keys}\n\n${options.join('\n')}\n\n${quote(source, fact)}`;
}

function writeMultiple(keys: string, source: SourceId, fact: Fact, other: Fact): string {
  const options = [
    `- [x] ${fact.person} went to count ${fact.thing} at ${fact.place}`,
    `- [ ] ${fact.person} went to count ${other.thing} at ${other.place}\n  > Somebody else was there.`,
    `- [x] ${other.person} went to count ${other.thing} at ${other.place}`,
    `- [ ] ${other.person} went to count ${fact.thing} at ${fact.place}\n  > Somebody else was there.`,
  ];
  const quotations = `${quote(source, fact)}\n\n${quote(source, other)}`;
  return `## Which of these does the report state?\n${keys}\nscore: each\n\n${options.join('\n')}\n\n${quotations}`;
}

function writeNumeric(keys: string, source: SourceId, fact: Fact, other: Fact): string {
  const stem = `## How many ${fact.thing} did ${fact.person} count?`;
  const wrong = `not ${fact.count + 1000}: that is a thousand too many. #trap slip`;
  const place = `not ${fact.count + 2000}: ${other.place} is another place.`;
  return `${stem}\n${keys}\n\n= ${fact.count} +- 5 ${fact.thing}\n\n${wrong}\n${place}\n\n${quote(source, fact)}`;
}

function writeVerdict(keys: string, source: SourceId, fact: Fact, other: Fact): string {
  const claim = `## Claim: ${fact.person} saw the ${fact.thing} of ${fact.place}.`;
  const verdicts = [
    `verdict: supported\n\n${quote(source, fact)}`,
    `verdict: refuted\n\n${quote(source, fact)}`,
    `verdict: not stated\nsearched: ${source}\n\n${quote(source, other)} #near`,
    `verdict: conflicting\n\n${quote(source, fact)}\n\n${quote(source, other)}`,
  ];
  return `${claim}\n${keys}\n${verdicts[fact.count % verdicts.length]}`;
}
