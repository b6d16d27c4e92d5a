import type { SourceId } from '../passage/source.ts';
import { wordsOf } from '../passage/words.ts';
import type { FileReport } from './issue-list.ts';
import { evidenceIn, quotationsOf } from './item-block.ts';
import type { WrittenItem } from './read-block.ts';

/** Words in a row that a stem may share with its passage. */
const longestShared = 7;
const longestQuotation = 60;
const month =
  /\b(?:January|February|March|April|June|July|August|September|October|November|December)\b/g;

/** Fewer words than these are not a statement of their own. */
const shortestStatement = 5;

/** The sources that state a phrase. */
export type FindStatement = (phrase: string) => readonly SourceId[];

/** Warns of quotations that are long, stems that copy them, and figures that nothing carries. */
export function checkWording(
  { block }: WrittenItem,
  findStatement: FindStatement,
  report: FileReport,
): void {
  const stem = wordsOf(block.stem.value).join(' ');
  for (const { value, place } of quotationsOf(block)) {
    const words = wordsOf(value.exact);
    const length = value.exact.split(' ').length;
    if (length > longestQuotation) {
      const message = `The quotation has ${length} words; short ones are read.`;
      report(
        'W208',
        place,
        message,
        `Quote at most ${longestQuotation} words: the deciding sentence.`,
      );
    }
    if (hasSharedRun(words, stem)) {
      const message = `The stem shares more than ${longestShared} words in a row with this passage, so it tests matching of words.`;
      report('W209', block.stem.place, message, 'Say the stem in words of your own.');
    }
  }
  checkComparison(block, report);
  checkFigures(block, report);
  checkDistractors(block, findStatement, report);
}

/** After the answer a comparison shows where its sources differ: by the marks of each. */
function checkComparison({ keys, passages }: WrittenItem['block'], report: FileReport): void {
  const compared = keys.get('compare');
  for (const source of compared?.value.split(',').map((name) => name.trim()) ?? []) {
    const own = passages.filter(({ value }) => value.source === source);
    const first = own[0];
    if (!first || own.some(({ value }) => value.marks.length > 0)) continue;
    const message = `The comparison marks nothing in what ${source} says.`;
    report('W215', first.place, message, 'Put == before and after the words that differ.');
  }
}

function hasSharedRun(words: readonly string[], stem: string): boolean {
  const padded = ` ${stem} `;
  const run = longestShared + 1;
  for (let start = 0; start + run <= words.length; start += 1) {
    if (padded.includes(` ${words.slice(start, start + run).join(' ')} `)) return true;
  }
  return false;
}

function checkFigures(block: WrittenItem['block'], report: FileReport): void {
  const evidence = evidenceIn(block);
  if (evidence.length === 0) return;
  const carried = evidence
    .map(({ exact }) => exact)
    .join(' ')
    .replace(/[\s,]/g, '');
  const stem = block.stem.value;
  const figures = [...(stem.match(/\d[\d.,]*\d|\d/g) ?? []), ...(stem.match(month) ?? [])];
  for (const figure of figures) {
    if (carried.includes(figure.replaceAll(',', ''))) continue;
    const message = `No passage of the item carries “${figure}”, which its stem states.`;
    report('W210', block.stem.place, message, 'Quote the sentence that has it, or leave it out.');
  }
}

function checkDistractors(
  block: WrittenItem['block'],
  findStatement: FindStatement,
  report: FileReport,
): void {
  if (block.signs.has('pick')) return;
  for (const option of block.options) {
    if (option.isKey || wordsOf(option.text).length < shortestStatement) continue;
    const [source] = findStatement(option.text);
    if (source === undefined) continue;
    const message = `${source} states the wrong option “${option.text}” word for word.`;
    const mend = 'See whether it is right after all, or name the source in the stem.';
    report('W212', option.place, message, mend);
  }
}
