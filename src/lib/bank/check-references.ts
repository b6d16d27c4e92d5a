import type { SourceId } from '../passage/source.ts';
import type { Issue, Place } from './issue.ts';
import { reportInto } from './issue-list.ts';
import { quotationsOf } from './item-block.ts';
import { everyWritten } from './drafts.ts';
import type { BankFile } from './read-bank.ts';

/** Every source that a bank names must have a card; every one that it quotes must be in its list. */
export function checkReferences(
  bank: BankFile,
  known: ReadonlySet<SourceId>,
  issues: Issue[],
): void {
  const report = reportInto(issues, bank.path);
  const check = (source: string, place: Place) => {
    if (!known.has(source as SourceId)) {
      const message = `There is no source “${source}”.`;
      report(
        'E105',
        place,
        message,
        `Add sources/${source}.md, or use one of: ${[...known].join(', ')}.`,
      );
    } else if (!bank.sources.includes(source as SourceId)) {
      const message = `The bank does not list the source “${source}”.`;
      report('E105', place, message, `Add it to \`sources:\` at the top of the file.`);
    }
  };
  for (const source of bank.sources) check(source, bank.sourcesPlace);
  for (const { block } of everyWritten(bank)) {
    for (const { value, place } of quotationsOf(block)) check(value.source, place);
    for (const key of ['compare', 'searched']) {
      const written = block.keys.get(key);
      const names = written?.value.split(',').map((name) => name.trim()) ?? [];
      for (const name of names) if (written && name) check(name, written.place);
    }
  }
}
