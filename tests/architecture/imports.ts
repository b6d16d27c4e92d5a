import { parse } from 'svelte/compiler';
import ts from 'typescript';

/** One import as it is written. */
export interface WrittenImport {
  readonly specifier: string;
  readonly isTypeOnly: boolean;
  /** The names that are taken as values; `*` for all of a module. */
  readonly names: readonly string[];
}

/** What a module imports, read from its syntax tree: words in texts and comments are none. */
export function importsOf(path: string, text: string): WrittenImport[] {
  return path.endsWith('.svelte') ? importsOfComponent(text) : importsOfScript(path, text);
}

function importsOfScript(path: string, text: string): WrittenImport[] {
  const found: WrittenImport[] = [];
  const add = (node: ts.Expression | undefined, isTypeOnly: boolean, names: readonly string[]) => {
    if (node && ts.isStringLiteral(node)) found.push({ specifier: node.text, isTypeOnly, names });
  };
  const walk = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const isTypeOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
      add(node.moduleSpecifier, isTypeOnly, isTypeOnly ? [] : namesOf(node.importClause));
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, node.isTypeOnly, node.isTypeOnly ? [] : ['*']);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false, ['*']);
    }
    ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
  return found;
}

function namesOf(clause: ts.ImportClause | undefined): string[] {
  const bindings = clause?.namedBindings;
  if (bindings && ts.isNamespaceImport(bindings)) return ['*'];
  const named = bindings?.elements.filter((each) => !each.isTypeOnly) ?? [];
  const names = named.map((each) => (each.propertyName ?? each.name).text);
  return clause?.name ? ['default', ...names] : names;
}

/** A node of Svelte's tree, as far as imports go. */
interface Node {
  readonly type: string;
  readonly source?: { readonly value?: unknown } | null;
  readonly importKind?: string;
  readonly exportKind?: string;
}

/** A component's scripts, and what its markup imports when it is needed. */
function importsOfComponent(text: string): WrittenImport[] {
  const found: WrittenImport[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { type, source, importKind, exportKind } = value as Node;
    if (/^(?:Import|Export)/.test(type) && typeof source?.value === 'string') {
      const isTypeOnly = importKind === 'type' || exportKind === 'type';
      found.push({ specifier: source.value, isTypeOnly, names: isTypeOnly ? [] : ['*'] });
    }
    Object.values(value).forEach(walk);
  };
  walk(parse(text, { modern: true }));
  return found;
}
