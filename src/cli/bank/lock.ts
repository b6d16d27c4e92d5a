import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isError } from '../../lib/bank/codes.ts';
import { compareLocks } from '../../lib/bank/compare-locks.ts';
import { describeIssue } from '../../lib/bank/describe-issue.ts';
import type { Issue } from '../../lib/bank/issue.ts';
import { quotationsOf } from '../../lib/bank/item-block.ts';
import { writeLock, type Lock } from '../../lib/bank/lock.ts';
import { makeLock } from '../../lib/bank/make-lock.ts';
import type { CheckedCollection } from '../../lib/bank/read-collection.ts';
import { contentFolders, loadCollection } from '../../lib/server/content/load-collection.ts';
import type { Command } from '../command.ts';

/** Errors that say nothing but that the lock is out of date. */
const mendedByLocking = new Set(['E103', 'E140', 'E141']);

/** What to do for past takers: of items whose version has risen and that say of no correction. */
function adviceFor(before: Lock, after: Lock, { files }: CheckedCollection): string[] {
  const silent = files.flatMap(({ id: bank, items }) =>
    items
      .filter(({ item: { id, corrections } }) => {
        const known = before.banks[bank]?.[id];
        const isRaised = known !== undefined && known.version !== after.banks[bank]?.[id]?.version;
        return isRaised && corrections.length === 0;
      })
      .map(({ item }) => `${bank}/${item.id}`),
  );
  if (silent.length === 0) return [];
  const mend = 'Say what was put right by a line in the item: `corrected: 2026-03-20 What it was.`';
  return [`Whoever answered ${silent.join(', ')} before sees that it was revised. ${mend}`];
}

function standingErrors({ issues }: CheckedCollection, retire: readonly string[]): Issue[] {
  const isRetired = ({ code, message, mend }: Issue) =>
    code === 'E120' &&
    message.includes('published') &&
    retire.some((name) => mend.includes(`--retire ${name}\``));
  return issues.filter(
    (issue) => isError(issue) && !mendedByLocking.has(issue.code) && !isRetired(issue),
  );
}

function missingTexts({ files, texts }: CheckedCollection): string[] {
  const quoted = files.flatMap(({ written }) =>
    written.flatMap(({ block }) => quotationsOf(block).map(({ value }) => value.source)),
  );
  return [...new Set(quoted)].filter((source) => !texts.has(source));
}

/** Names to retire that the lock does not know, be it an item or a bank. */
function unknownNames({ lock: known }: CheckedCollection, retire: readonly string[]): string[] {
  const names = Object.entries(known.banks).flatMap(([bank, items]) => [
    bank,
    ...Object.keys(items).map((id) => `${bank}/${id}`),
  ]);
  return retire.filter((name) => !names.includes(name));
}

/** `bank lock`: proves everything against the texts and writes it down. */
export const lock: Command = {
  summary: '[--minor] [--retire bank/item]  writes down what was proved (needs SOURCES_DIR)',
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        minor: { type: 'boolean', default: false },
        retire: { type: 'string', multiple: true, default: [] },
      },
    });
    const folders = contentFolders(process.env);
    const checked = await loadCollection(folders);
    const unknown = unknownNames(checked, values.retire);
    if (unknown.length > 0) {
      throw new Error(`Nothing was locked: the lock knows no ${unknown.join(', ')} to retire.`);
    }
    const errors = standingErrors(checked, values.retire);
    const missing = missingTexts(checked);
    if (errors.length > 0) {
      console.log(errors.map(describeIssue).join('\n'));
      console.log(`\nNothing was locked: mend ${errors.length} errors first.`);
      return 1;
    }
    if (missing.length > 0) {
      throw new Error(
        `Nothing was locked: the text of ${missing.join(', ')} is not at hand. Set SOURCES_DIR to the folder that holds <source>.txt.`,
      );
    }
    const made = makeLock(checked, { isMinor: values.minor, retire: values.retire });
    const changed = compareLocks(checked.lock, made);
    await writeFile(join(folders.contentDir, 'banks.lock.json'), writeLock(made));
    const written = `banks.lock.json is written; changes: ${changed.length}.`;
    console.log([...changed, written, ...adviceFor(checked.lock, made, checked)].join('\n'));
    return 0;
  },
};
