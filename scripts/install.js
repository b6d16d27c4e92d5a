import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Complaint } from './complaint.js';
import { run } from './run.js';

const stamp = resolve('node_modules/.cache/verbatim/installed');

/** What the installed packages depend on: the lock file and the platform. */
function wanted() {
  const lock = readFileSync('package-lock.json');
  const parts = [lock, process.platform, process.arch];
  return parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');
}

function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted();
}

/**
 * Why npm could not install, in words that say what to do.
 * @param {string} output what npm printed
 */
export function installComplaint(output) {
  if (/ENOSPC/.test(output)) {
    return new Complaint(
      'The disk is full, so the packages could not be installed. Free 1 GB and try again.',
    );
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ECONNRESET/.test(output)) {
    return new Complaint(
      'The npm registry could not be reached. Connect to the network (or set your proxy) and try again.',
    );
  }
  return new Complaint(
    `npm could not install the packages:\n${output.trim().split('\n').slice(0, 12).join('\n')}`,
  );
}

/** Installs the packages of the lock file where they are not installed yet. */
export async function install() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Complaint(
      `This is Node ${process.versions.node}. Install Node 20.19 or newer: nodejs.org.`,
    );
  }
  if (isInstalled()) return;
  console.log('Installing the packages (about a minute the first time) …');
  const npm = process.env['npm_execpath'];
  const words = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const result = npm
    ? await run(process.execPath, [npm, ...words])
    : await run('npm', words, { shell: process.platform === 'win32' });
  if (result.status !== 0) throw installComplaint(result.output);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted());
}
