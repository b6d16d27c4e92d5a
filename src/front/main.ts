import { existsSync } from 'node:fs';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { contentFolders } from '../lib/server/content/load-collection.ts';
import { stopping } from '../lib/server/live/stopping.ts';
import { isPreview } from '../lib/server/preview/is-preview.ts';
import { describePlace, storagePlace } from '../lib/server/storage/place.ts';
import { announcement } from './announcement.ts';
import { makeServer, protocolHeader, stopServer } from './serve.ts';
import { readSettings, type Settings } from './settings.ts';

/** Loads the built app; its own settings are given before, since it reads them once. */
async function loadApp({ origin }: Settings): Promise<RequestListener> {
  const path = resolve('build/handler.js');
  if (!existsSync(path))
    throw new Error('There is no build yet. Run `npm start`, which makes one.');
  process.env['PROTOCOL_HEADER'] = protocolHeader;
  process.env['HOST_HEADER'] = 'host';
  process.env['BODY_SIZE_LIMIT'] = '64K';
  // Its own name for it: under the other, Kit's server would take it for every request's.
  process.env['VERBATIM_ORIGIN'] = origin ?? '';
  delete process.env['ORIGIN'];
  const { handler } = (await import(pathToFileURL(path).href)) as { handler: RequestListener };
  return handler;
}

/** Why the server can't listen, and the mend. */
function whyDeaf({ code, message }: NodeJS.ErrnoException, port: number, host: string): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program. Stop it, or choose another: PORT=${port + 1} npm start`;
    case 'ENOTFOUND':
    case 'EADDRNOTAVAIL':
      return `HOST is “${host}”, which is no name or address of this machine. Write HOST=localhost, or HOST=0.0.0.0 for the whole network.`;
    case 'EACCES':
      return `This user may not listen on port ${port}. Choose one from 1024 on: PORT=3000 npm start`;
    default:
      return `The server can’t listen on ${host}:${port}: ${message}`;
  }
}

function listen(server: Server, { port, host }: Settings): Promise<AddressInfo> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      fail(new Error(whyDeaf(error, port, host), { cause: error }));
    });
    server.listen(port, host, () => done(server.address() as AddressInfo));
  });
}

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const places = {
    ...contentFolders(process.env),
    database: describePlace(storagePlace(process.env)),
    isPreview: isPreview(process.env),
  };
  const server = makeServer(await loadApp(settings), settings);
  const { port } = await listen(server, settings);
  for (const line of announcement(settings, port, places)) console.log(line);
  const stop = async (signal: string) => {
    // Streams never end by themselves, and the server waits for what is under way.
    process.emit(stopping as 'SIGTERM', signal as 'SIGTERM');
    await stopServer(server);
    // Kit's own word for it: the app closes its database on hearing it.
    process.emit('sveltekit:shutdown' as 'SIGTERM', signal as 'SIGTERM');
  };
  process.once('SIGTERM', () => void stop('SIGTERM'));
  process.once('SIGINT', () => void stop('SIGINT'));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
