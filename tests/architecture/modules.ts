import { readdir, readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import ts from 'typescript';

/** One import of a module. */
export interface Import {
  /** As written. */
  readonly specifier: string;
  /** The path of the project's own module that is meant, from `src/`; null for a package. */
  readonly target: string | null;
  readonly isTypeOnly: boolean;
}

/** A source file and what it imports. */
export interface Module {
  /** From `src/`, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

/** Every module under `src`, tests left out. */
export async function readModules(): Promise<Module[]> {
  const entries = await readdir('src', { recursive: true });
  const paths = entries
    .map((entry) => entry.replaceAll('\\', '/'))
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
  const script = path.endsWith('.svelte') ? scriptOf(text) : text;
  return { path, text, imports: importsOf(path, script, known) };
}

function scriptOf(component: string): string {
  return [...component.matchAll(/<script[^>]*>(.*?)<\/script>/gs)]
    .map(([, code]) => code)
    .join('\n');
}

function importsOf(path: string, script: string, known: ReadonlySet<string>): Import[] {
  const file = ts.createSourceFile(path, script, ts.ScriptTarget.Latest);
  const found: Import[] = [];
  const add = (node: ts.Expression | undefined, isTypeOnly: boolean) => {
    if (!node || !ts.isStringLiteral(node)) return;
    found.push({ specifier: node.text, target: resolve(path, node.text, known), isTypeOnly });
  };
  const walk = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    }
    ts.forEachChild(node, walk);
  };
  walk(file);
  return found;
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
