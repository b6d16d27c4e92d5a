import { Complaint } from './complaint.js';
import { isInstalled } from './installed.js';
import { reporting } from './progress.js';
import { run } from './run.js';

const incomplete =
  'npm left out the Node runtime that comes for this platform. Either the disk is full (free 1 GB), or npm is told to omit optional packages (npm config get omit). Mend it and try again.';

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
  const caller = process.env['npm_execpath'];
  const npm = caller?.endsWith('npm-cli.js') ? caller : null;
  const words = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const installing = npm
    ? run(process.execPath, [npm, ...words])
    : run('npm', words, { shell: process.platform === 'win32' });
  const { status, output } = await reporting('installing', installing);
  if (status !== 0) throw installComplaint(output);
  if (!isInstalled()) throw new Complaint(incomplete);
}
