import { storagePlace } from '../../src/lib/server/storage/place.ts';
import { openSittingRoom, type SittingRoom } from '../attempts/sitting-room.ts';
import type { TestServer } from '../http/server.ts';

/**
 * The use cases over the database of a running server of the fixture bank, to put a class there, an
 * hour ago. Its store is the caller's to close.
 */
export function openServedRoom({ dataDir }: TestServer): Promise<SittingRoom> {
  const place = storagePlace({ DATA_DIR: dataDir });
  return openSittingRoom({ place, now: Date.now() - 3_600_000 });
}
