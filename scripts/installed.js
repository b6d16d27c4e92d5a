import { existsSync, readFileSync } from 'node:fs';

/**
 * A package as npm notes it down, in the lock file and of what it has installed. Without `os`, `cpu`
 * and `libc` it is for every platform.
 * @typedef {object} Package
 * @property {string} [version]
 * @property {boolean} [optional]
 * @property {string | readonly string[]} [os]
 * @property {string | readonly string[]} [cpu]
 * @property {string | readonly string[]} [libc]
 * @property {{ readonly node?: string }} [bin] the programs that it brings
 */

/** @typedef {Readonly<Record<string, Package>>} Packages by their place under the project */

/** @typedef {Readonly<Record<'os' | 'cpu' | 'libc', string>>} Platform */

/**
 * @param {string} path of a lock file
 * @returns {Packages}
 */
function packagesOf(path) {
  const { packages } = JSON.parse(readFileSync(path, 'utf8'));
  // The project itself, which is no package of its own.
  delete packages[''];
  return packages;
}

/** @returns {Platform} */
function thisPlatform() {
  const report = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (
    process.report.getReport()
  );
  const libc = report.header.glibcVersionRuntime === undefined ? 'musl' : 'glibc';
  return { os: process.platform, cpu: process.arch, libc };
}

/**
 * @param {Package} wanted
 * @param {Platform} platform
 */
function fits({ os, cpu, libc }, platform) {
  const has = (
    /** @type {string | readonly string[] | undefined} */ names,
    /** @type {string} */ name,
  ) => names === undefined || [names].flat().includes(name);
  return has(os, platform.os) && has(cpu, platform.cpu) && has(libc, platform.libc);
}

/**
 * True where what is installed is what the lock file asks for. Optional packages may be absent, as npm
 * thinks fit; except the runtime for this very platform, which it leaves out without a word when the
 * disk is full.
 * @param {Packages} wanted
 * @param {Packages} installed
 * @param {Platform} platform
 */
export function isAsWanted(wanted, installed, platform) {
  const isThere = Object.entries(wanted).every(([path, each]) => {
    const found = installed[path];
    if (found) return found.version === each.version;
    return each.optional === true && !(each.bin?.node && fits(each, platform));
  });
  return isThere && Object.values(installed).every((each) => fits(each, platform));
}

/** True where the packages of the lock file are installed, by whomever: npm writes down what it did. */
export function isInstalled() {
  const record = 'node_modules/.package-lock.json';
  if (!existsSync(record)) return false;
  return isAsWanted(packagesOf('package-lock.json'), packagesOf(record), thisPlatform());
}
