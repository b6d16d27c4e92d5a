import { link, readFile, stat, unlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeDraftBank } from '../../lib/formats/travel/draft-bank/write-draft-bank.ts';
import { languageTag } from '../../lib/formats/travel/language-tag.ts';
import { largestTravelFile, readTravelFile } from '../../lib/formats/travel/read-travel-file.ts';
import { slugOf } from '../../lib/formats/travel/slug.ts';
import type { TravelNote, TravelReading } from '../../lib/formats/travel/travel-format.ts';
import { travelFormats } from '../../lib/formats/travel/travel-formats.ts';
import { isSlug } from '../../lib/passage/source.ts';
import type { BankFormat } from '../../lib/quiz/course-kind.ts';
import { likelySentenceFinder } from '../../lib/passage/likely-sentence.ts';
import { contentFolders, loadCollection } from '../../lib/server/content/load-collection.ts';
import type { Command } from '../command.ts';

const names = Object.keys(travelFormats) as BankFormat[];

function readArgs(args: readonly string[]) {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      bank: { type: 'string' },
      format: { type: 'string' },
      language: { type: 'string' },
    },
  });
  const [path, ...more] = positionals;
  const format = names.find((name) => name === values.format) ?? null;
  if (values.format !== undefined && !format) {
    throw new Error(`There is no format “${values.format}”. Formats: ${names.join(', ')}.`);
  }
  if (path === undefined || more.length > 0) {
    throw new Error(
      `Name one file: bank import <file> [--format ${names.join('|')}] [--bank id] [--language en].`,
    );
  }
  if (values.bank !== undefined && !isSlug(values.bank)) {
    throw new Error(
      `“${values.bank}” can’t be a bank’s id. Write a-z, 0-9 and -, beginning with a letter.`,
    );
  }
  if (values.language !== undefined && languageTag(values.language) === null) {
    throw new Error(`“${values.language}” is no tag of a language. Write --language en.`);
  }
  return { path, format, bank: values.bank ?? null, language: values.language ?? null };
}

/** Reads a file whole, unless it is larger than any that is taken. */
async function readWithin(path: string): Promise<Uint8Array> {
  const size = await stat(path).then(
    (found) => found.size,
    () => null,
  );
  if (size === null) throw new Error(`${path} can’t be read. Is that its name?`);
  if (size > largestTravelFile) {
    const megabytes = largestTravelFile / 2 ** 20;
    throw new Error(
      `${path} is larger than ${megabytes} MB and was not read. Export fewer questions at once, or without their media.`,
    );
  }
  return readFile(path);
}

/** A remark as a line of its own: no sign of a stranger’s file steers the terminal. */
function describe(file: string, { about, line, message }: TravelNote): string {
  const place = line === null ? file : `${file}:${line}`;
  const remark = `${place}${about === null ? '' : ` “${about}”`}: ${message}`;
  return remark.replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
}

/** The language of most of the questions that tell one. */
function languageOf({ questions }: Extract<TravelReading, { ok: true }>): string | null {
  return questions.find(({ language }) => language !== 'und')?.language ?? null;
}

/** Writes a file that is there whole or not at all, and never in the place of another. */
async function writeNew(path: string, name: string, text: string): Promise<void> {
  const unfinished = `${path}.${process.pid}.unfinished`;
  try {
    await writeFile(unfinished, text, { flag: 'wx' });
    await link(unfinished, path);
  } catch (cause) {
    const isThere = (cause as NodeJS.ErrnoException).code === 'EEXIST';
    const reason = isThere
      ? 'is there already and is left as it is. Choose another name by --bank'
      : 'can’t be written';
    throw new Error(`${name} ${reason}.`, { cause });
  } finally {
    await unlink(unfinished).catch(() => undefined);
  }
}

/** `bank import`: writes questions of another system as a bank, drafts where evidence is missing. */
export const importBank: Command = {
  summary: `<file> [--format ${names.join('|')}] [--bank id] [--language en]  writes questions of other systems as a bank`,
  async run(args) {
    const { bank, format, language, path } = readArgs(args);
    const file = basename(path);
    const read = readTravelFile(await readWithin(path), format);
    if (!read.ok) throw new Error(`${describe(file, read.fault)}\nNothing was written.`);
    const title = read.title ?? file.replace(/\.\w+$/, '');
    const id = bank ?? slugOf(title) ?? slugOf(file) ?? 'imported';
    const folders = contentFolders(process.env);
    const texts = folders.sourcesDir === null ? null : (await loadCollection(folders)).texts;
    const head = { title, summary: '', language: language ?? languageOf(read) ?? 'en' };
    const written = writeDraftBank(read.questions, head, likelySentenceFinder(texts ?? new Map()));
    const name = `banks/${id}.md`;
    await writeNew(join(folders.contentDir, name), name, written.text);
    const remarks = [
      ...read.notes.map((note) => describe(file, note)),
      ...written.notes.map((note) => describe(name, note)),
    ];
    const { length } = read.questions;
    const counts = `${length} ${length === 1 ? 'item' : 'items'}, ${written.drafts} of them drafts`;
    console.log(
      [...remarks, `${join(folders.contentDir, name)} is written: ${counts}.`].join('\n'),
    );
    if (written.drafts > 0) {
      console.log(
        'Nobody is asked a draft. `npm run bank -- check` names what each lacks, at its line.',
      );
    }
    return 0;
  },
};
