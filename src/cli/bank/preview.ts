import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { contentFolders } from '../../lib/server/content/load-collection.ts';
import type { Command } from '../command.ts';

const defaultPort = '3100';

/** A port as a number from 1; throws in words what is none. */
function readPort(written: string): string {
  const port = /^\d{1,5}$/.test(written) ? Number(written) : NaN;
  if (port >= 1 && port <= 65_535) return written;
  throw new Error(`--port is “${written}”. Write a number from 1 to 65535: --port ${defaultPort}.`);
}

/** Runs `npm start`'s own steps as a preview, with a database that is thrown away. */
async function servePreview(port: string, dataDir: string): Promise<number> {
  const env = {
    ...process.env,
    VERBATIM_PREVIEW: '1',
    PORT: port,
    DATA_DIR: dataDir,
    DATABASE_URL: '',
  };
  const server = spawn(process.execPath, ['scripts/start.js'], {
    stdio: 'inherit',
    env: { ...env, HOST: '127.0.0.1' },
  });
  process.on('SIGTERM', () => server.kill('SIGTERM'));
  // A terminal sends this one to both; the server then ends by itself.
  process.on('SIGINT', () => undefined);
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.on('close', (status) => resolve(status === null || status === 0 ? 0 : 2));
  });
}

/** `bank preview`: the banks as the quiz shows them, following every save. */
export const preview: Command = {
  summary: '[--port N]  shows the banks as you write them, faults at their items',
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: { port: { type: 'string', default: defaultPort } },
    });
    const port = readPort(values.port);
    const { contentDir, sourcesDir } = contentFolders(process.env);
    const texts = sourcesDir ? ` and ${sourcesDir}` : '';
    console.log(`Preview: open http://127.0.0.1:${port}/preview once the server is ready.`);
    console.log(`It follows every save in ${contentDir}${texts}. Ctrl+C ends it.`);
    const dataDir = await mkdtemp(join(tmpdir(), 'verbatim-preview-'));
    try {
      return await servePreview(port, dataDir);
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};
