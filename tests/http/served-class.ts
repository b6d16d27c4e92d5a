import { makeLibrary } from '../../src/lib/server/content/library.ts';
import { loadCollection } from '../../src/lib/server/content/load-collection.ts';
import { randomText } from '../../src/lib/server/random-text.ts';
import { openStore } from '../../src/lib/server/storage/open.ts';
import { storagePlace } from '../../src/lib/server/storage/place.ts';
import { english } from '../../src/lib/messages/english.ts';
import { makeClass } from '../classes/make-class.ts';
import type { Client } from './client.ts';
import type { TestServer } from './server.ts';

/** A class of the fixture bank in a running server's database, made and led beside the server. */
export async function openServedClass(
  { dataDir }: Pick<TestServer, 'dataDir'>,
  given: Parameters<typeof makeClass>[1] = {},
) {
  const store = await openStore(storagePlace({ DATA_DIR: dataDir }));
  const library = makeLibrary(
    await loadCollection({ contentDir: 'tests/fixtures/storm', sourcesDir: null }),
  );
  const now = () => Date.now();
  const tell = () => undefined;
  const context = { library, store, now, randomText, tell, say: english.say, classLimit: 500 };
  return { store, context, ...(await makeClass(context, given)) };
}

/** Joins a class by its code, as a form without script does; gives the path of its page. */
export async function joinServed(client: Client, code: string, name: string): Promise<string> {
  await client.get(`/join/${code}`);
  const { location } = await client.post(`/join/${code}?/join`, { name });
  return new URL(location ?? '', 'http://any').pathname;
}

/** Starts the only assignment of a class page; gives the attempt's path. */
export async function startServed(client: Client, classPage: string): Promise<string> {
  const { body } = await client.get(classPage);
  const assignment = /name="assignment" value="(\w+)"/.exec(body)?.[1] ?? '';
  const { location } = await client.post(`${classPage}?/start`, { assignment, tz: '' });
  return new URL(location ?? '', 'http://any').pathname;
}
