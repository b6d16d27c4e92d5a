import type { CheckedCollection } from '../../lib/bank/read-collection.ts';
import { rulesFor } from '../../lib/item-types/rules.ts';
import { english } from '../../lib/messages/english.ts';
import { contentFolders, loadCollection } from '../../lib/server/content/load-collection.ts';
import { openStore } from '../../lib/server/storage/open.ts';
import { storagePlace } from '../../lib/server/storage/place.ts';
import type { ProblemReport } from '../../lib/server/storage/store.ts';
import type { Command } from '../command.ts';

/** What had been answered: in words where the item is still of that version, else as it is stored. */
function answeredIn({ files, lock }: CheckedCollection, report: ProblemReport): string {
  const { bankId, itemId, itemVersion } = report;
  const bank = files.find(({ id }) => id === bankId);
  const item = bank?.items.find((typed) => typed.item.id === itemId)?.item;
  const version = lock.banks[bankId]?.[itemId]?.version ?? 1;
  const response = item && version === itemVersion ? rulesFor(item).restore(report.response) : null;
  const given =
    item && response !== null ? rulesFor(item).account(item, response, english.say) : null;
  return given?.given || JSON.stringify(report.response);
}

/** `bank reports`: what learners said is wrong with an item, oldest first. */
export const reports: Command = {
  summary:
    'prints what learners reported of items (from the database in DATA_DIR or at DATABASE_URL)',
  async run() {
    const checked = await loadCollection(contentFolders(process.env));
    const store = await openStore(storagePlace(process.env));
    try {
      const all = await store.listReports();
      for (const report of all) {
        const day = new Date(report.createdAt).toISOString().slice(0, 16).replace('T', ' ');
        const where = `${report.bankId}/${report.itemId}, version ${report.itemVersion}`;
        console.log(`${day} UTC  ${where}\n  answered: ${answeredIn(checked, report)}`);
        console.log(`  ${report.comment.replaceAll('\n', '\n  ')}\n`);
      }
      console.log(`${all.length} ${all.length === 1 ? 'report' : 'reports'}`);
    } finally {
      await store.close();
    }
    return 0;
  },
};
