import { databaseFile, openStore } from '../../lib/server/storage/open.ts';
import type { Command } from './command.ts';

/** `bank reports`: what learners said is wrong with an item, oldest first. */
export const reports: Command = {
  summary: 'prints what learners reported of items (from the database in DATA_DIR)',
  async run() {
    const store = await openStore(databaseFile(process.env));
    try {
      const all = await store.listReports();
      for (const report of all) {
        const day = new Date(report.createdAt).toISOString().slice(0, 16).replace('T', ' ');
        const where = `${report.bankId}/${report.itemId}, version ${report.itemVersion}`;
        console.log(`${day} UTC  ${where}\n  answered: ${JSON.stringify(report.response)}`);
        console.log(`  ${report.comment.replaceAll('\n', '\n  ')}\n`);
      }
      console.log(`${all.length} reports`);
    } finally {
      await store.close();
    }
    return 0;
  },
};
