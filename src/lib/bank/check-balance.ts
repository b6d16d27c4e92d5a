import type { Issue } from './issue.ts';
import { fileStart, reportInto, type FileReport } from './issue-list.ts';
import { verdictIn, type ItemBlock, type Located } from './item-block.ts';
import { indexPhrases } from './phrase-index.ts';
import type { BankFile } from './read-bank.ts';
import { enough, leaningVerdict } from './verdict-balance.ts';

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
  const verdicts = bank.written.flatMap(({ block }) => verdictIn(block) ?? []);
  const leaning = leaningVerdict(verdicts);
  if (!leaning) return;
  const words = `“${leaning.verdict.replace('-', ' ')}”`;
  const message = `${leaning.count} of ${verdicts.length} verdicts are ${words}, so choosing it always pays.`;
  report('W206', fileStart, message, 'Add claims with other verdicts.');
}

/** A key text must be this long before its standing elsewhere tells anything. */
const telling = 8;

function checkGiveaways(bank: BankFile, report: FileReport): void {
  const findInStems = indexPhrases(bank.written.map(({ block }) => block.stem.value));
  const findInEvidence = indexPhrases(bank.written.map(({ block }) => tellingWords(block)));
  bank.written.forEach(({ block }, index) => {
    for (const { value, place } of keysOf(block)) {
      if (value.length < telling) continue;
      const giver =
        findInStems(value).find((other) => other !== index) ??
        findInEvidence(value).find((other) => other < index);
      if (giver === undefined) continue;
      const message = `“${value}” can be read off item ${giver + 1} of this bank.`;
      report('W205', place, message, 'Reword one of the two, or put this item first.');
    }
  });
}

/** The texts that would tell an item's key: its right options, or the text to be written. */
function keysOf({ options, answer, signs }: ItemBlock): Located[] {
  const keyed = options.filter(({ isKey }) => isKey);
  const texts = answer && signs.has('text') ? answer.value.split('|') : [];
  return [
    ...keyed.map(({ text, place }) => ({ value: text, place })),
    ...texts.map((text) => ({ value: text.trim(), place: answer?.place ?? fileStart })),
  ];
}

/** What an item has shown once it is answered: its decisive words, and the sentences to pick from. */
function tellingWords({ passages, options }: ItemBlock): string {
  return [
    ...passages.flatMap(({ value }) =>
      value.marks.map(({ start, end }) => value.exact.slice(start, end)),
    ),
    ...options.flatMap(({ quotation }) => (quotation ? [quotation.exact] : [])),
  ].join('\n');
}
