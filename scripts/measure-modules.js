import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * The sizes of the modules under `src`, tests left out.
 * @returns {{ count: number, median: number, p90: number, largest: { path: string, lines: number } }}
 */
export function measureModules() {
  const sizes = readdirSync('src', { recursive: true, withFileTypes: true })
    // A route may be a folder of a module’s name.
    .filter((entry) => entry.isFile())
    .map((entry) => relative('src', join(entry.parentPath, entry.name)))
    .filter((path) => /\.(ts|js|svelte)$/.test(path) && !/\.test\.ts$/.test(path))
    .map((path) => ({
      path,
      lines: readFileSync(join('src', path), 'utf8').trimEnd().split('\n').length,
    }))
    .sort((one, other) => one.lines - other.lines);
  const at = (/** @type {number} */ share) =>
    sizes[Math.ceil(share * sizes.length) - 1]?.lines ?? 0;
  const largest = sizes.at(-1) ?? { path: '', lines: 0 };
  return { count: sizes.length, median: at(0.5), p90: at(0.9), largest };
}
