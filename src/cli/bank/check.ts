import { parseArgs } from 'node:util';
import { isError } from '../../lib/bank/codes.ts';
import { describeIssue } from '../../lib/bank/describe-issue.ts';
import type { CheckedCollection } from '../../lib/bank/read-collection.ts';
import { contentFolders, loadCollection } from '../../lib/server/content/load-collection.ts';
import { watchFolder } from '../../lib/server/content/watch-folder.ts';
import type { Command } from '../command.ts';
import { issuesAsSarif } from './sarif.ts';
import { quotaTable } from './quotas.ts';
import { collectionTable } from './table.ts';

const formats = ['text', 'json', 'sarif'] as const;
type Format = (typeof formats)[number];

async function runOnce(format: Format): Promise<number> {
  const checked = await loadCollection(contentFolders(process.env));
  console.log(render(checked, format));
  return checked.issues.some(isError) ? 1 : 0;
}

function render(checked: CheckedCollection, format: Format): string {
  if (format === 'json') return JSON.stringify(checked.issues, null, 2);
  if (format === 'sarif') return JSON.stringify(issuesAsSarif(checked.issues), null, 2);
  const errors = checked.issues.filter(isError).length;
  const warnings = checked.issues.length - errors;
  return [
    ...checked.issues.map(describeIssue),
    ...(checked.issues.length > 0 ? [''] : []),
    collectionTable(checked),
    '',
    quotaTable(checked),
    '',
    `${errors} errors, ${warnings} warnings`,
  ].join('\n');
}

function watchContent(format: Format): Promise<never> {
  watchFolder(contentFolders(process.env).contentDir, () => runOnce(format), console.error);
  return new Promise<never>(() => undefined);
}

/** `bank check`: every fault of every file, then the table of the collection. */
export const check: Command = {
  summary: '[--format text|json|sarif] [--watch]  reports every fault of every file',
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        format: { type: 'string', default: 'text' },
        watch: { type: 'boolean', default: false },
      },
    });
    const format = formats.find((known) => known === values.format);
    if (!format) throw new Error(`There is no format “${values.format}”: ${formats.join(', ')}.`);
    const status = await runOnce(format);
    return values.watch ? watchContent(format) : status;
  },
};
