import { describe, expect, it } from 'vitest';
import { isAsWanted, isInstalled } from '../../scripts/installed.js';

const platform = { os: 'linux', cpu: 'x64', libc: 'glibc' };
const carried = { version: '26.0.0', optional: true, bin: { node: 'bin/node' } };
const wanted = {
  one: { version: '1.0.0' },
  'for-wasm': { version: '1.0.0', optional: true },
  'for-newer-node': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'] },
  carried: { ...carried, os: 'linux', cpu: 'x64' },
  'carried-musl': { ...carried, os: ['linux'], cpu: ['x64'], libc: ['musl'] },
  'carried-elsewhere': { ...carried, os: ['darwin'], cpu: ['arm64'] },
};
const installed = { one: wanted.one, carried: wanted.carried };

describe('what is installed', () => {
  it('is as the lock file wants it in a tree in which tests run', () => {
    expect(isInstalled()).toBe(true);
  });

  it('is as wanted without optional packages that npm saw no need for', () => {
    expect(isAsWanted(wanted, installed, platform)).toBe(true);
  });

  it.each([
    ['a package is missing', { carried: wanted.carried }],
    ['the runtime of this platform is missing', { one: wanted.one }],
    ['a version is another', { ...installed, one: { version: '1.0.1' } }],
    ['the version of an optional package is another', { ...installed, 'for-wasm': carried }],
    ['it was installed for musl', { ...installed, 'carried-musl': wanted['carried-musl'] }],
    [
      'it was installed on another system',
      { ...installed, 'carried-elsewhere': wanted['carried-elsewhere'] },
    ],
  ])('is not as wanted where %s', (_name, found) => {
    expect(isAsWanted(wanted, found, platform)).toBe(false);
  });
});
