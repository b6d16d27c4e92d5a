import type { Passage } from '../passage/passage.ts';
import type { Issue } from './issue.ts';
import { fileStart, reportInto, type FileReport } from './issue-list.ts';
import type { Located } from './item-block.ts';
import { indexPhrases } from './phrase-index.ts';
import type { BankFile } from './read-bank.ts';

/** Items from which on a bank's habits tell. */
const enough = 4;
/** The share of one verdict beyond which always choosing it pays. */
const mostOfOneVerdict = 0.65;

/** Warns of what can be guessed from a bank as a whole (curating, rules 10, 11 and 14). */
export function checkBalance(bank: BankFile, issues: Issue[]): void {
  const report = reportInto(issues, bank.path);
  checkKeyPlaces(bank, report);
  checkVerdicts(bank, report);
  checkGiveaways(bank, report);
}

function checkKeyPlaces(bank: BankFile, report: FileReport): void {
  const places = bank.written
    .filter(({ block }) => block.signs.has('radio'))
    .map(({ block }) => block.options.findIndex((option) => option.isKey) + 1);
  if (places.length < enough || new Set(places).size > 1) return;
  const message = `The right option is number ${places[0]} in each of ${places.length} items.`;
  report(
    'W204',
    fileStart,
    message,
    'Vary its place: options are shuffled here, not in every export.',
  );
}

function checkVerdicts(bank: BankFile, report: FileReport): void {
  const counts = new Map<string, number>();
  for (const { block } of bank.written) {
    const verdict = block.keys.get('verdict')?.value;
    if (verdict) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  for (const [verdict, count] of counts) {
    if (total < enough || count / total <= mostOfOneVerdict) continue;
    const message = `${count} of ${total} verdicts are “${verdict}”, so choosing it always pays.`;
    report('W206', fileStart, message, 'Add claims with other verdicts.');
  }
}

/** A key text must be this long before its standing elsewhere tells anything. */
const telling = 8;

function checkGiveaways(bank: BankFile, report: FileReport): void {
  const findInStems = indexPhrases(bank.written.map(({ block }) => block.stem.value));
  const findInMarks = indexPhrases(bank.written.map(({ block }) => markedWords(block.passages)));
  bank.written.forEach(({ block }, index) => {
    for (const key of block.options) {
      if (!key.isKey || key.text.length < telling) continue;
      const giver =
        findInStems(key.text).find((other) => other !== index) ??
        findInMarks(key.text).find((other) => other < index);
      if (giver === undefined) continue;
      const message = `“${key.text}” can be read off item ${giver + 1} of this bank.`;
      report('W205', key.place, message, 'Reword one of the two, or put this item first.');
    }
  });
}

function markedWords(passages: readonly Located<Passage>[]): string {
  return passages
    .flatMap(({ value }) => value.marks.map(({ start, end }) => value.exact.slice(start, end)))
    .join('\n');
}
