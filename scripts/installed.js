import { existsSync, readFileSync } from 'node:fs';

/**
 * A package as npm notes it down, in the lock file and of what it has installed.
 * @typedef {object} Package
 * @property {string} [version]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 */

/** @typedef {Readonly<Record<string, Package>>} Packages by their place under the project */

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

/** @param {Package} installed */
function fitsHere({ os, cpu }) {
  return (os?.includes(process.platform) ?? true) && (cpu?.includes(process.arch) ?? true);
}

/**
 * True where what is installed is what the lock file asks for, on this platform. Optional packages may
 * be absent: most of them are for other platforms.
 * @param {Packages} wanted
 * @param {Packages} installed
 */
export function isAsWanted(wanted, installed) {
  const isThere = Object.entries(wanted).every(([path, { version, optional }]) => {
    const found = installed[path];
    return found ? found.version === version : optional === true;
  });
  return isThere && Object.values(installed).every(fitsHere);
}

/** True where the packages of the lock file are installed, by whomever: npm writes down what it did. */
export function isInstalled() {
  const record = 'node_modules/.package-lock.json';
  return existsSync(record) && isAsWanted(packagesOf('package-lock.json'), packagesOf(record));
}
