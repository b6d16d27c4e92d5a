import { resolve } from 'node:path';
import { restoreBackupFile } from '../../lib/server/storage/backup-file.ts';
import type { Command } from '../command.ts';
import { announcedPlace } from './announced-place.ts';
import { oneFile } from './one-file.ts';
import { printProgress } from './print-progress.ts';
import { withDatabase } from './with-database.ts';

/** `data restore FILE`: a backup into a database that is still empty, all of it or nothing. */
export const restore: Command = {
  summary: 'FILE  brings a backup into an empty database (DATA_DIR or DATABASE_URL)',
  async run(args) {
    const file = resolve(oneFile('restore', args));
    await withDatabase(announcedPlace(), async (database, place) => {
      const rows = await restoreBackupFile(database, file, printProgress('Restored'));
      console.log(`${rows} rows of ${file} are in ${place}.`);
    });
    return 0;
  },
};
