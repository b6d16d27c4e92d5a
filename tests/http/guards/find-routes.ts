import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** One thing that can be asked of the app: a page, one of its form actions, or an endpoint's method. */
export interface FoundAsk {
  /** The route's address with its parameters in brackets, without groups: `/classes/[class]`. */
  readonly route: string;
  /** `page`, `?/name` (`?` for the only action of a page), or a method such as `GET`. */
  readonly what: string;
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'fallback'];

/** Everything that can be asked of the routes in a folder, read from the files themselves. */
export function findAsks(folder: string): FoundAsk[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const found = files.toSorted().flatMap((file) => {
    const route = `/${dirname(file)}`.replace(/\/\([^)]*\)|\/\.(?=$)/g, '') || '/';
    const whats = asksOf(file, () => readFileSync(join(folder, file), 'utf8'));
    return whats.map((what): FoundAsk => ({ route, what }));
  });
  return [...new Map(found.map((ask) => [`${ask.route} ${ask.what}`, ask])).values()];
}

/** What one file of a route answers. An endpoint is asked to take posts even where it takes none. */
function asksOf(file: string, read: () => string): string[] {
  const name = file.split('/').at(-1) ?? '';
  if (name === '+page.svelte') return ['page'];
  if (/^\+page(\.server)?\.ts$/.test(name)) return ['page', ...actionsOf(file, read())];
  if (name !== '+server.ts') return [];
  const exported = [...exportsOf(file, read()).keys()];
  return [...new Set([...exported.filter((each) => methods.includes(each)), 'POST'])];
}

/** The names of a page's form actions; throws where they can't be read from the file. */
function actionsOf(file: string, text: string): string[] {
  const exported = exportsOf(file, text);
  if (!exported.has('actions')) return [];
  const given = bare(exported.get('actions'));
  if (!given || !ts.isObjectLiteralExpression(given)) {
    throw new Error(`The actions of ${file} are no object that can be read`);
  }
  return given.properties.map(({ name }) => {
    if (!name || !ts.isIdentifier(name)) throw new Error(`An action of ${file} has no plain name`);
    return name.text === 'default' ? '?' : `?/${name.text}`;
  });
}

/** An expression without what only tells its type. */
function bare(given: ts.Expression | null | undefined): ts.Expression | null {
  if (!given) return null;
  return ts.isSatisfiesExpression(given) || ts.isAsExpression(given)
    ? bare(given.expression)
    : given;
}

/** What a module exports by name, with its value where it is a variable. */
function exportsOf(file: string, text: string): Map<string, ts.Expression | null> {
  const found = new Map<string, ts.Expression | null>();
  for (const node of ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true).statements) {
    if (ts.isExportDeclaration(node) && node.exportClause && ts.isNamedExports(node.exportClause)) {
      for (const { name } of node.exportClause.elements) found.set(name.text, null);
    }
    const isExported =
      ts.canHaveModifiers(node) &&
      ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported) continue;
    if (ts.isFunctionDeclaration(node) && node.name) found.set(node.name.text, null);
    if (ts.isVariableStatement(node)) {
      for (const { name, initializer } of node.declarationList.declarations) {
        if (ts.isIdentifier(name)) found.set(name.text, initializer ?? null);
      }
    }
  }
  return found;
}
