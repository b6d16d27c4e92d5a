import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildComplaint } from '../../scripts/build.js';
import { installComplaint } from '../../scripts/install.js';
import { findRuntime } from '../../scripts/runtime.js';

let taken: Server;
let port: number;
let empty: string;

beforeAll(async () => {
  taken = createServer();
  await new Promise<void>((done) => taken.listen(0, 'localhost', done));
  port = (taken.address() as AddressInfo).port;
  empty = mkdtempSync(join(tmpdir(), 'verbatim-empty-'));
});
afterAll(() => {
  taken.close();
  rmSync(empty, { recursive: true });
});

/** Runs a file of the project to its end. */
function runFile(
  file: string,
  env: Record<string, string>,
  cwd = process.cwd(),
  words: readonly string[] = [],
) {
  return new Promise<{ status: number | null; output: string }>((done) => {
    const child = spawn(process.execPath, [resolve(file), ...words], {
      cwd,
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('close', (status) => done({ status, output }));
  });
}

describe('starting', () => {
  it.each(['scripts/start.js', 'src/front/main.ts'])(
    'says at once that the port is taken, and how to choose another (%s)',
    async (file) => {
      const data = { DATA_DIR: empty, CONTENT_DIR: 'tests/fixtures/storm' };
      const { status, output } = await runFile(file, { PORT: String(port), ...data });
      expect(status).toBe(1);
      expect(output).toContain(`Port ${port} is taken by another program.`);
      expect(output).toContain(`PORT=${port + 1} npm start`);
      expect(output).not.toMatch(/\n\s+at /);
    },
  );

  it.each(['scripts/start.js', 'src/front/main.ts'])(
    'says at once that the port is none (%s)',
    async (file) => {
      const { status, output } = await runFile(file, { PORT: '99999' });
      expect(status).toBe(1);
      expect(output.trim()).toBe(
        'PORT is “99999”. Write a number from 0 to 65535, for instance PORT=3001.',
      );
    },
  );

  it('takes no words behind it, and says where settings go', async () => {
    const { status, output } = await runFile('scripts/start.js', {}, empty, ['--port', '3001']);
    expect(status).toBe(1);
    expect(output).toMatch(/“--port 3001”.*PORT=3001 npm start/);
  });

  it('says that there is no build', async () => {
    const { status, output } = await runFile('src/front/main.ts', {}, empty);
    expect(status).toBe(1);
    expect(output).toBe('There is no build yet. Run `npm start`, which makes one.\n');
  });

  it('says which setting can’t be used', async () => {
    const { status, output } = await runFile('src/front/main.ts', { ORIGIN: 'quiz' });
    expect(status).toBe(1);
    expect(output).toMatch(/^ORIGIN is “quiz”\. Write the address/);
  });

  it('says that HOST is no name of this machine', async () => {
    const data = { DATA_DIR: empty, CONTENT_DIR: 'tests/fixtures/storm' };
    const { status, output } = await runFile('src/front/main.ts', {
      HOST: 'no-host.invalid',
      ...data,
    });
    expect(status).toBe(1);
    expect(output).toMatch(/HOST is “no-host\.invalid”, .*Write HOST=localhost/);
    expect(output).not.toMatch(/\n\s+at /);
  });

  it('says which languages the interface has', async () => {
    const data = { DATA_DIR: empty, CONTENT_DIR: 'tests/fixtures/storm' };
    const env = { PORT: '0', INTERFACE_LANGUAGE: 'tlh', ...data };
    const { status, output } = await runFile('src/front/main.ts', env);
    expect(status).toBe(1);
    expect(output).toMatch(/INTERFACE_LANGUAGE is “tlh”.*Write one of .*en/);
  });

  it('says that the content can’t be read', async () => {
    const env = { PORT: '0', DATA_DIR: empty, CONTENT_DIR: join(empty, 'nowhere') };
    const { status, output } = await runFile('src/front/main.ts', env);
    expect(status).toBe(1);
    expect(output).toMatch(/CONTENT_DIR/);
    expect(output).not.toMatch(/\n\s+at /);
  });
});

describe('what stands in the way is said plainly', () => {
  it('where no runtime comes for the platform', async () => {
    await expect(findRuntime([join(empty, 'node')])).rejects.toThrow(
      /No Node runtime comes with the packages for this platform.*install Node 24 or newer.*Debian/s,
    );
    expect(await findRuntime([join(empty, 'node'), process.execPath])).toBe(process.execPath);
  });

  it.each([
    ['npm error code ENOSPC', /disk is full.*Free 1 GB/],
    ['npm error code ENOTFOUND', /registry could not be reached.*network/],
    ['npm error code EUSAGE', /npm could not install the packages:\nnpm error code EUSAGE/],
  ])('where npm fails with %s', (output, words) => {
    expect(installComplaint(output).message).toMatch(words);
  });

  it('where the build fails', () => {
    expect(buildComplaint('Error: ENOSPC: no space').message).toMatch(/disk is full/);
    expect(buildComplaint('Unexpected token').message).toBe('The build failed:\nUnexpected token');
  });
});
