import { readdir, readFile } from 'node:fs/promises';
import { join, posix, relative } from 'node:path';
import { importsOf, type WrittenImport } from './imports.ts';

/** One import of a module. */
export interface Import extends WrittenImport {
  /** The path of the project's own module that is meant, from `src/`; null for a package. */
  readonly target: string | null;
}

/** A source file and what it imports. */
export interface Module {
  /** From `src/`, with forward slashes. */
  readonly path: string;
  readonly imports: readonly Import[];
}

/** Every module under `src`, tests left out. */
export async function readModules(): Promise<Module[]> {
  const entries = await readdir('src', { recursive: true, withFileTypes: true });
  const paths = entries
    // A route may be a folder of a module’s name.
    .filter((entry) => entry.isFile())
    .map((entry) => relative('src', join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => /\.(ts|svelte|js)$/.test(path) && !/\.test\.ts$|\.d\.ts$/.test(path));
  const known = new Set(paths);
  return Promise.all(
    paths.sort().map(async (path) => {
      const text = await readFile(posix.join('src', path), 'utf8');
      return makeModule(path, text, known);
    }),
  );
}

/** A module from its text. */
export function makeModule(path: string, text: string, known: ReadonlySet<string>): Module {
  const imports = importsOf(path, text).map((each) => ({
    ...each,
    target: resolve(path, each.specifier, known),
  }));
  return { path, imports };
}

function resolve(from: string, specifier: string, known: ReadonlySet<string>): string | null {
  const bare = specifier.replace(/\?.*$/, '');
  const path = bare.startsWith('$lib/')
    ? `lib/${bare.slice('$lib/'.length)}`
    : bare.startsWith('.')
      ? posix.join(posix.dirname(from), bare)
      : null;
  if (path === null) return null;
  return [path, `${path}.ts`, `${path}.js`].find((each) => known.has(each)) ?? path;
}
