import { resolve } from 'node:path';
import { writeBackupFile } from '../../lib/server/storage/backup-file.ts';
import type { Command } from '../command.ts';
import { announcedStandingPlace } from './announced-place.ts';
import { oneFile } from './one-file.ts';
import { printProgress } from './print-progress.ts';
import { withDatabase } from './with-database.ts';

/** `data backup FILE`: all that is stored, as it is at one moment, while the server runs on. */
export const backup: Command = {
  summary: 'FILE  writes all that is stored into a new file (gzip; every database can restore it)',
  async run(args) {
    const file = resolve(oneFile('backup', args));
    await withDatabase(announcedStandingPlace(), async (database, place) => {
      await writeBackupFile(database, file, printProgress('Backed up'));
      console.log(`${place} is backed up in ${file}. It holds personal data: keep it safe.`);
    });
    return 0;
  },
};
