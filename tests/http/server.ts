import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A running server of the built app, with a database of its own. */
export interface TestServer {
  /** Scheme, host and port. */
  readonly origin: string;
  readonly dataDir: string;
  readonly pid: number;
  /** Stops it as a service manager would; resolves to its exit status once its folder is gone. */
  readonly stop: () => Promise<number>;
}

/** Starts the front server on a free port; the build must be there. */
export async function startServer(env: Readonly<Record<string, string>> = {}): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'verbatim-server-'));
  const child = spawn(process.execPath, ['src/front/main.ts'], {
    env: { PATH: process.env['PATH'], PORT: '0', DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? 1)));
  const origin = await new Promise<string>((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const ready = /ready at (http\S+)/.exec(output);
      if (ready?.[1]) resolve(ready[1]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(() => reject(new Error(`The server did not start:\n${output}`)));
  });
  return {
    origin,
    dataDir,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM');
      const status = await ended;
      await rm(dataDir, { recursive: true, force: true });
      return status;
    },
  };
}
