import { parseArgs } from 'node:util';
import { carryBank, type CarriedBank } from '../../lib/formats/travel/carry-bank.ts';
import { bankToTravel } from '../../lib/formats/travel/question-of-item.ts';
import type { TravelFormat } from '../../lib/formats/travel/travel-format.ts';
import { findTravelFormat, travelFormats } from '../../lib/formats/travel/travel-formats.ts';
import { english } from '../../lib/messages/english.ts';
import { readIdList } from '../../lib/quiz/delivery-options.ts';
import type { ItemId } from '../../lib/quiz/ids.ts';
import { makeLibrary } from '../../lib/server/content/library.ts';
import { contentFolders, loadCollection } from '../../lib/server/content/load-collection.ts';
import type { Command } from '../command.ts';
import { writeWhole } from '../write-whole.ts';
import { requireServedBank } from './served-bank.ts';

const names = Object.keys(travelFormats);

function readArgs(args: readonly string[]) {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { format: { type: 'string' }, items: { type: 'string' }, out: { type: 'string' } },
  });
  const [bankId, ...more] = positionals;
  const format = findTravelFormat(values.format ?? '');
  if (values.format !== undefined && !format) {
    throw new Error(`There is no format “${values.format}”. Formats: ${names.join(', ')}.`);
  }
  if (bankId === undefined || more.length > 0 || !format) {
    throw new Error(
      `Name one bank and a format: bank export <bank> --format <format>. Formats: ${names.join(', ')}.`,
    );
  }
  const items = values.items === undefined ? null : readIds(values.items);
  return { bankId, format, items, out: values.out };
}

function readIds(written: string): string[] {
  const ids = readIdList(written);
  if (ids.length > 0) return ids;
  throw new Error(`--items is “${written}”. Write ids of items, with commas between.`);
}

/** What an author should know of a file, one remark a line. */
function describeCarried({ title }: TravelFormat, carried: CarriedBank): string[] {
  const { leftOut, losses } = carried;
  const lossLines = losses.map(({ ids, what }) => `  ${ids.join(', ')}: ${english.say(what)}`);
  const outLines = leftOut.map(({ id, why }) => `  ${id}: ${why}`);
  return [
    ...(lossLines.length > 0 ? [`Not everything arrives as it is (${title}):`, ...lossLines] : []),
    ...(outLines.length > 0 ? ['Left out:', ...outLines] : []),
    'It carries the key: whoever opens it can read the right answers.',
  ];
}

/** `bank export`: writes a bank for another system’s own quizzes, and says what that loses. */
export const exportBank: Command = {
  summary: `<bank> --format ${names.join('|')} [--items a,b] [--out file]  writes a bank for other systems`,
  async run(args) {
    const { bankId, format, items, out } = readArgs(args);
    const library = makeLibrary(await loadCollection(contentFolders(process.env)));
    const { sources } = library;
    const bank = requireServedBank(library, bankId);
    const stranger = items?.find((id) => !bank.items.some((item) => item.id === id));
    if (stranger !== undefined) {
      const known = bank.items.map(({ id }) => id).join(', ');
      throw new Error(`This bank has no item “${stranger}”. It has: ${known}.`);
    }
    const { say } = english;
    const travelling = bankToTravel(bank, items as readonly ItemId[] | null, { sources, say });
    const carried = carryBank(format, travelling);
    const path = out ?? `${bank.id}_${format.name}${format.ending}`;
    await writeWhole(path, format.write(carried.bank, say));
    const { length } = carried.bank.questions;
    console.log(`${path} is written: ${length} of ${travelling.questions.length} questions.`);
    console.log(describeCarried(format, carried).join('\n'));
    return 0;
  },
};
