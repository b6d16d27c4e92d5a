import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** Where learners are spoken to. What is said to curators stands in `report(…)`, and is English. */
const rooms = [
  'src/lib/item-types',
  'src/lib/quiz',
  ...[
    'attempts',
    'catalogue',
    'classes',
    'explainers',
    'exports',
    'live',
    'paper',
    'record',
    'results',
    'sources',
  ].map((room) => `src/lib/server/${room}`),
  'src/routes',
];

/** Words that are not said: told to search engines, written by learners, or read by other programs. */
const exceptions = [
  ...['Fact-check quiz', 'per cent', 'us dollars', 'id: …\ndata: changed\n\n'],
  'The thread of an export ended early.',
  ...['SIS User ID', 'SIS Login ID', 'Email Address', 'Student Number'],
  ...['Last Name', 'First Name', 'Display Name'],
];

/** A sentence, or two words beside each other, which are put into one. */
const speech = /\p{L}[,.:’”)]* [“(]?\p{L}|^(?=.*\p{L}).* .*\.$/su;

function modulesOf(room: string): string[] {
  return readdirSync(room, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('(preview)'));
}

/** The text of a literal, `…` in the place of its gaps; null for any other node. */
function literalOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
}

function ancestorsOf(node: ts.Node): ts.Node[] {
  return node.parent ? [node.parent, ...ancestorsOf(node.parent)] : [];
}

/** The name by which a function is called, whatever it hangs on: `say` for `context.say('…')`. */
function calleeOf(node: ts.Node): string | null {
  if (!ts.isCallExpression(node)) return null;
  const { expression } = node;
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
}

/** Names of what is handed to a `report(…)` of this block, or put into it. */
function reportedNames(block: ts.Node): Set<string> {
  const names = new Set<string>();
  const walk = (node: ts.Node, isInside: boolean): void => {
    if (isInside && ts.isIdentifier(node)) names.add(node.text);
    node.forEachChild((child) => walk(child, isInside || calleeOf(node) === 'report'));
  };
  walk(block, false);
  return names;
}

/** True for what a `report(…)` says, in place or by the name of a constant beside it. */
function isReported(ancestors: readonly ts.Node[]): boolean {
  return ancestors.some((each, index) => {
    if (!ts.isVariableDeclaration(each)) return calleeOf(each) === 'report';
    const block = ancestors.slice(index).find((node) => ts.isBlock(node) || ts.isSourceFile(node));
    return block !== undefined && reportedNames(block).has(each.name.getText());
  });
}

/** True where a literal is what a refusal says: inside `error(…)`, `fail(…)` or `message: …`. */
function isRefusal(ancestors: readonly ts.Node[]): boolean {
  return ancestors.some(
    (each) =>
      ['error', 'fail'].includes(calleeOf(each) ?? '') ||
      (ts.isPropertyAssignment(each) && each.name.getText() === 'message'),
  );
}

/** Every literal in which a module speaks English by itself: `path:line: the words`. */
function spokenWords(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const walk = (node: ts.Node): void => {
    const words = literalOf(node);
    if (words !== null && isSpoken(words, ancestorsOf(node))) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${path}:${line + 1}: ${words}`);
    }
    node.forEachChild(walk);
  };
  walk(file);
  return found;
}

/** True where a fault of the program is made, though it be thrown elsewhere. */
function isNewError(node: ts.Node): boolean {
  return ts.isNewExpression(node) && node.expression.getText() === 'Error';
}

function isSpoken(literal: string, ancestors: readonly ts.Node[]): boolean {
  const isSaid = ancestors.some(
    (each) => calleeOf(each) === 'say' || ts.isThrowStatement(each) || isNewError(each),
  );
  if (isSaid || exceptions.includes(literal) || isReported(ancestors)) return false;
  const words = literal.replace(/<[^>]*>/g, '');
  return speech.test(words) || (isRefusal(ancestors) && /\p{L}/u.test(words));
}

describe('what learners read', () => {
  it.each([
    ["const text = 'Choose an answer first.';", 'Choose an answer first.'],
    ['const text = `${n} of them are right`;', '… of them are right'],
    ['const text = `Pick ${n}.`;', 'Pick ….'],
    ["{ const words = 'A fault.'; report(words); } { const words = 'Not so.'; }", 'Not so.'],
    ["error(404, 'Gone.');", 'Gone.'],
    ["return { ok: false, message: 'Gone.' };", 'Gone.'],
  ])('is found in %s', (code, words) => {
    expect(spokenWords('a.ts', code)).toEqual([`a.ts:1: ${words}`]);
  });

  it.each([
    "say('answer.nothingChosen');",
    "error(404, locals.say('refusal.noBank'));",
    "const message = 'The item has no key.'; report('E118', place, message, `Use: ${message}`);",
    "throw new Error('A request came before the app was opened');",
    "const header = 'application/json; charset=utf-8';",
  ])('is not what stands in %s', (code) => {
    expect(spokenWords('a.ts', code)).toEqual([]);
  });

  it('stands in the catalogue', () => {
    const paths = [...rooms.flatMap(modulesOf), 'src/hooks.server.ts'];
    expect(paths.length).toBeGreaterThan(60);
    expect(paths.flatMap((path) => spokenWords(path, readFileSync(path, 'utf8')))).toEqual([]);
  });
});
