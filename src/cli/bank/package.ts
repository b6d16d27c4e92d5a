import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findTravelFormat } from '../../lib/formats/travel/travel-formats.ts';
import { english } from '../../lib/messages/english.ts';
import type { Catalogue } from '../../lib/messages/say.ts';
import { makeSpeaker } from '../../lib/messages/speaker.ts';
import { optionNames } from '../../lib/quiz/delivery-options.ts';
import { makeLibrary } from '../../lib/server/content/library.ts';
import { contentFolders, loadCollection } from '../../lib/server/content/load-collection.ts';
import { readPlayerParts } from '../../lib/server/content/player-parts.ts';
import { makePackage } from '../../lib/server/packages/make-package.ts';
import { packageKinds } from '../../lib/server/packages/package-kinds.ts';
import { readSiteOrigin } from '../../lib/server/site-origin.ts';
import type { Command } from '../command.ts';
import { writeWhole } from '../write-whole.ts';
import { requireServedBank } from './served-bank.ts';

const messagesDir = 'src/lib/messages';

/** The languages of the interface by their names, each with its messages. */
async function readTongues() {
  const names = (await readdir(messagesDir)).filter((name) => name.endsWith('.json'));
  const tongues = await Promise.all(
    names.map(async (name) => {
      const catalogue = JSON.parse(await readFile(join(messagesDir, name), 'utf8')) as Catalogue;
      const language = name.replace(/\.json$/, '');
      return [language, { ...makeSpeaker(language, catalogue), catalogue }] as const;
    }),
  );
  return new Map(tongues);
}

const kinds = Object.keys(packageKinds).filter((kind) => findTravelFormat(kind) === null);

const optionFlags = Object.fromEntries(
  optionNames.map((name) => [name, { type: 'string' }] as const),
);

/** What was written after the command: the bank, and options by the names that addresses have for them. */
function readArgs(args: readonly string[]) {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...optionFlags, kind: { type: 'string' }, out: { type: 'string' } },
  });
  const { kind, out, ...options } = values as Readonly<Record<string, string | undefined>>;
  const [bankId, ...more] = positionals;
  if (bankId === undefined || more.length > 0 || kind === undefined) {
    throw new Error(
      `Name one bank and a kind: bank package <bank> --kind <kind>. Kinds: ${kinds.join(', ')}.`,
    );
  }
  if (findTravelFormat(kind)) {
    throw new Error(
      `${kind} is a format of questions: bank export ${bankId} --format ${kind} writes it, and says what is lost.`,
    );
  }
  if (!kinds.includes(kind)) {
    throw new Error(
      `There is no package of the kind “${kind}”. Ask for one of these: ${kinds.join(', ')}.`,
    );
  }
  const query = new URLSearchParams(
    Object.entries(options).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
  return { out, wish: { bankId, kind, query } };
}

/** `bank package`: writes a bank as a package that plays by itself. */
export const packageBank: Command = {
  summary: `<bank> --kind ${kinds.join('|')} [${optionNames.map((name) => `--${name} …`).join(' ')}] [--out file]  writes a package of a bank`,
  async run(args) {
    const { out, wish } = readArgs(args);
    const tongues = await readTongues();
    const library = makeLibrary(await loadCollection(contentFolders(process.env)));
    requireServedBank(library, wish.bankId);
    const result = await makePackage(
      {
        library,
        say: english.say,
        player: () => readPlayerParts(),
        origin: readSiteOrigin(process.env['ORIGIN']),
        tongueOf: (language) => tongues.get(language) ?? null,
      },
      wish,
    );
    if (result.kind !== 'made') throw new Error(result.faults.join('\n'));
    const path = out ?? result.name;
    const stood = await stat(path).catch(() => null);
    await writeWhole(path, result.bytes);
    const place = stood === null ? '' : ', in the place of the file that was there';
    console.log(`${path} is written${place} (${Math.ceil(result.bytes.length / 1024)} kB).`);
    console.log('It carries the key: whoever opens its files can read the right answers.');
    return 0;
  },
};
