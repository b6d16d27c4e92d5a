import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isError } from '../../lib/bank/codes.ts';
import { describeIssue } from '../../lib/bank/describe-issue.ts';
import type { Issue } from '../../lib/bank/issue.ts';
import { writeLock, type Lock } from '../../lib/bank/lock.ts';
import { makeLock } from '../../lib/bank/make-lock.ts';
import type { CheckedCollection } from '../../lib/bank/read-collection.ts';
import { contentFolders, loadCollection } from '../../lib/server/content/load-collection.ts';
import type { Command } from './command.ts';

/** Errors that say nothing but that the lock is out of date. */
const mendedByLocking = new Set(['E103', 'E140', 'E141', 'E142']);

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
    written.flatMap(({ block }) => block.passages.map(({ value }) => value.source)),
  );
  return [...new Set(quoted)].filter((source) => !texts.has(source));
}

function changes(before: Lock, after: Lock): string[] {
  return Object.entries(after.banks).flatMap(([bank, items]) =>
    Object.entries(items).flatMap(([id, item]) => {
      const known = before.banks[bank as keyof Lock['banks']]?.[id as keyof typeof items];
      if (!known) return [`${bank}/${id}: locked, version ${item.version}`];
      if (known.version !== item.version) return [`${bank}/${id}: now version ${item.version}`];
      return known.digest === item.digest
        ? []
        : [`${bank}/${id}: changed, still version ${item.version}`];
    }),
  );
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
    const changed = changes(checked.lock, made);
    await writeFile(join(folders.contentDir, 'banks.lock.json'), writeLock(made));
    console.log(
      [...changed, `${changed.length} items changed; banks.lock.json is written.`].join('\n'),
    );
    return 0;
  },
};
