import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { describeDrift } from '../../lib/bank/drift/describe-drift.ts';
import { findDrift } from '../../lib/bank/drift/find-drift.ts';
import type { CheckedCollection } from '../../lib/bank/read-collection.ts';
import { readSourceText, type SourceText } from '../../lib/passage/source-text.ts';
import type { SourceId } from '../../lib/passage/source.ts';
import { contentFolders, loadCollection } from '../../lib/server/content/load-collection.ts';
import { readTexts } from '../../lib/server/content/read-files.ts';
import type { Command } from '../command.ts';

/** The new texts of sources that the collection knows, and the names of the others. */
async function readNews(dir: string, { sources, files }: CheckedCollection) {
  const known = new Set([...sources.keys(), ...files.flatMap((bank) => bank.sources)]);
  const texts = await readTexts(dir, '--against');
  const news = new Map<SourceId, SourceText>();
  for (const [id, text] of texts) if (known.has(id)) news.set(id, readSourceText(text));
  if (news.size === 0) {
    const names = [...known].map((id) => `${id}.txt`).join(', ');
    throw new Error(
      `--against names a folder without the text of any source: ${dir}. Name the new texts by their sources: ${names}.`,
    );
  }
  return { news, unknown: [...texts.keys()].filter((id) => !known.has(id)) };
}

/** `bank drift`: what new texts of the articles leave of the quotations and keys. */
export const drift: Command = {
  summary:
    '--against DIR [--format text|json]  compares the banks with new texts of their articles',
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: { against: { type: 'string' }, format: { type: 'string', default: 'text' } },
    });
    if (!values.against) {
      throw new Error('Name the folder of the new texts, <source>.txt: drift --against DIR.');
    }
    if (values.format !== 'text' && values.format !== 'json') {
      throw new Error(`There is no format “${values.format}”: text, json.`);
    }
    const checked = await loadCollection(contentFolders(process.env));
    const { news, unknown } = await readNews(resolve(values.against), checked);
    const found = findDrift(checked, news);
    for (const id of unknown) console.error(`${id}.txt is passed over: no source has this name.`);
    console.log(values.format === 'json' ? JSON.stringify(found, null, 2) : describeDrift(found));
    return found.lostKeys.length === 0 ? 0 : 1;
  },
};
