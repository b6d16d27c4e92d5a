import { describe, expect, it } from 'vitest';
import { isAsWanted, isInstalled } from '../../scripts/installed.js';

const platform = { os: [process.platform], cpu: [process.arch] };
const elsewhere = { os: ['plan9'], cpu: [process.arch] };
const wanted = {
  'node_modules/one': { version: '1.0.0' },
  'node_modules/carried': { version: '26.0.0', optional: true, ...platform },
  'node_modules/carried-elsewhere': { version: '26.0.0', optional: true, ...elsewhere },
};
const { 'node_modules/carried-elsewhere': foreign, ...installed } = wanted;

describe('what is installed', () => {
  it('is as the lock file wants it in a tree in which tests run', () => {
    expect(isInstalled()).toBe(true);
  });

  it('is as wanted without the optional packages of other platforms', () => {
    expect(isAsWanted(wanted, installed)).toBe(true);
  });

  it.each([
    ['a package is missing', { 'node_modules/carried': wanted['node_modules/carried'] }],
    ['a version is another', { ...installed, 'node_modules/one': { version: '1.0.1' } }],
    [
      'a version of an optional package is another',
      { ...installed, 'node_modules/carried': { version: '25.0.0', optional: true } },
    ],
    [
      'it was installed on another platform',
      { ...installed, 'node_modules/carried-elsewhere': foreign },
    ],
  ])('is not as wanted where %s', (_name, found) => {
    expect(isAsWanted(wanted, found)).toBe(false);
  });
});
