import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Complaint } from './complaint.js';
import { reporting } from './progress.js';
import { run } from './run.js';
import { runtimeEnv } from './runtime.js';

const stamp = resolve('build/.inputs');
const inputs = [
  ...['src', 'static', 'build-plugins', 'package-lock.json'],
  ...['svelte.config.js', 'vite.config.ts'],
];
/** Banks and sources are read when the server starts, so a new one needs no build. */
const notBuilt = ['banks', 'sources', 'banks.lock.json'].map((name) =>
  resolve('src/content', name),
);

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  if (notBuilt.includes(resolve(path))) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/** The digest of everything that the build is made from. */
function inputsDigest() {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap(filesUnder)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

/**
 * Why the build failed, in words that say what to do.
 * @param {string} output what the build printed
 */
export function buildComplaint(output) {
  return /ENOSPC/.test(output)
    ? new Complaint('The disk is full, so the app could not be built. Free 200 MB and try again.')
    : new Complaint(`The build failed:\n${output.trim()}`);
}

/**
 * Builds the app where it has changed since the last build.
 * @param {string} runtime the Node to build with
 */
export async function build(runtime) {
  const digest = inputsDigest();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  console.log('Building (about ten seconds) …');
  const building = run(runtime, ['node_modules/vite/bin/vite.js', 'build'], { env: runtimeEnv() });
  const { status, output } = await reporting('building', building);
  if (status !== 0) throw buildComplaint(output);
  writeFileSync(stamp, digest);
}
