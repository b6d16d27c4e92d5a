import { existsSync } from 'node:fs';
import { describePlace, storagePlace, type StoragePlace } from '../../lib/server/storage/place.ts';

/** The database that the environment names, told on the error stream; one that is yet to be made too. */
export function announcedPlace(): StoragePlace {
  const place = storagePlace(process.env);
  console.error(`Database: ${describePlace(place)}`);
  return place;
}

/** As {@link announcedPlace}; throws in words where it would be a file that is not there. */
export function announcedStandingPlace(): StoragePlace {
  const place = announcedPlace();
  if ('file' in place && !existsSync(place.file)) {
    throw new Error(
      `${place.file} is not there, and none was made. Set DATA_DIR to the folder of the server’s verbatim.db, or DATABASE_URL to its PostgreSQL database.`,
    );
  }
  return place;
}
