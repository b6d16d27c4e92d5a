import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse, type AST } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';

/** What only a curator sees, and curators write English. */
const ofCurators = ['routes/(preview)/', 'lib/components/IssueList.svelte'];

/** Attributes whose text a reader sees or hears. */
const spokenAttributes = new Set(['alt', 'aria-description', 'aria-label', 'placeholder', 'title']);

/** A text that stands in a component, and where. */
interface Raw {
  readonly start: number;
  readonly text: string;
}

type Node = AST.SvelteNode;

const hasLetters = (text: string) => /\p{L}/u.test(text.replace(/&\w+;/g, ''));

/** The texts that an expression may come to; what is called or compared is none. */
function textsOf(expression: Node): Raw[] {
  const { start } = expression as unknown as { start: number };
  if (expression.type === 'Literal') return [{ start, text: String(expression.value ?? '') }];
  if (expression.type === 'TemplateLiteral') {
    const own = expression.quasis.map((quasi) => ({ start, text: quasi.value.raw }));
    return [...own, ...expression.expressions.flatMap(textsOf)];
  }
  if (expression.type === 'ConditionalExpression') {
    return [expression.consequent, expression.alternate].flatMap(textsOf);
  }
  if (expression.type === 'LogicalExpression' || expression.type === 'BinaryExpression') {
    const isText = expression.type === 'LogicalExpression' || expression.operator === '+';
    return isText ? [expression.left as Node, expression.right].flatMap(textsOf) : [];
  }
  return [];
}

function partsOf({ value }: AST.Attribute): Raw[] {
  if (value === true) return [];
  return [value].flat().flatMap((part) => {
    if (part.type === 'Text') return [{ start: part.start, text: part.data }];
    return textsOf(part.expression);
  });
}

/** What an element's or a component's attributes say to a reader. */
function attributeTexts(element: AST.ElementLike): Raw[] {
  const attributes = element.attributes.filter((each) => each.type === 'Attribute');
  const isDescription = attributes.some(
    (each) => each.name === 'name' && partsOf(each)[0]?.text === 'description',
  );
  return attributes.flatMap((each) => {
    if (spokenAttributes.has(each.name) || (each.name === 'content' && isDescription)) {
      return partsOf(each);
    }
    // What a component is given may be said; several words together are a text, not a name.
    return element.type === 'Component' ? partsOf(each).filter(({ text }) => / /.test(text)) : [];
  });
}

/** Every text of a component that is not said by a speaker. */
function rawTexts(code: string): Raw[] {
  const root = parse(code, { modern: true });
  const found: Raw[] = [];
  const walk = (node: Node): void => {
    if (node.type === 'Text') found.push({ start: node.start, text: node.data });
    if (node.type === 'ExpressionTag') found.push(...textsOf(node.expression));
    if (node.type === 'RegularElement' && (node.name === 'style' || node.name === 'script')) return;
    if ('attributes' in node) found.push(...attributeTexts(node as AST.ElementLike));
    for (const [name, child] of Object.entries(node)) {
      if (name === 'attributes' || name === 'expression') continue;
      for (const each of [child].flat()) {
        if (each && typeof each === 'object' && 'type' in each) walk(each as Node);
      }
    }
  };
  walk(root.fragment);
  for (const { index } of root.css?.content.styles.matchAll(/content:\s*['"][^'"]*\p{L}/gu) ?? []) {
    const start = (root.css?.content.start ?? 0) + index;
    found.push({ start, text: code.slice(start, code.indexOf(';', start)) });
  }
  return found.filter(({ text }) => hasLetters(text));
}

/** The line in which each text that a speaker should say stands. */
function report(path: string, code: string): string[] {
  return rawTexts(code).map(({ start, text }) => {
    const line = code.slice(0, start + text.length - text.trimStart().length).split('\n').length;
    return `${path}:${line} “${text.trim()}”`;
  });
}

function components(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.svelte'))
    .map((entry) => join(entry.parentPath, entry.name));
}

it('every word of a page is in the catalogue', () => {
  const root = join(import.meta.dirname, '../..');
  const raw = components(root).flatMap((file) => {
    const path = relative(root, file).replaceAll('\\', '/');
    const isLeftOut = ofCurators.some((start) => path.startsWith(start));
    return isLeftOut ? [] : report(path, readFileSync(file, 'utf8'));
  });
  expect(raw).toEqual([]);
});

describe('a text outside the catalogue is reported', () => {
  it.each([
    ['in an element', '<p>\n  Right\n</p>', 'a:2 “Right”'],
    ['in the title', '<svelte:head><title>{t} · Quiz</title></svelte:head>', 'a:1 “· Quiz”'],
    ['in a branch', '{#if x}{:else}\n<b>No</b>{/if}', 'a:2 “No”'],
    ['in an empty list', '{#each x as y}{y}{:else}None{/each}', 'a:1 “None”'],
    ['in a snippet', '{#snippet x()}Why{/snippet}', 'a:1 “Why”'],
    ['in an attribute', '<nav aria-label="Site"></nav>', 'a:1 “Site”'],
    ['in a part of one', '<nav aria-label={`${x} of ten`}></nav>', 'a:1 “of ten”'],
    ['in a description', '<meta name="description" content="A quiz" />', 'a:1 “A quiz”'],
    ['in an alternative', "{a ? 'Start' : say('b')}", 'a:1 “Start”'],
    ['in the place of nothing', "<p>{a ?? 'not given'}</p>", 'a:1 “not given”'],
    ['for a component', '<Leads name="Quoted in" />', 'a:1 “Quoted in”'],
    ['in a style', "<style>\n  p::before {\n    content: 'Note: ';\n  }\n</style>", 'a:3 “content'],
  ])('%s', (_where, code, message) => {
    expect(report('a', code)).toEqual([expect.stringContaining(message)]);
  });

  it.each([
    ['said', "<p aria-label={say('a')}>{say(`b.${c}`)}</p>"],
    ['a name', '<Said id="a.b" /><input type="text" class="a b" name="c" />'],
    ['a comparison', "{a === 'retry'}"],
    ['for machines', '<meta name="robots" content="noindex" /><script>let a = "b c"</script>'],
    ['signs', '<p>1. · –&nbsp;</p><style>q::before { content: "["; }</style>'],
  ])('but not what is %s', (_what, code) => {
    expect(report('a', code)).toEqual([]);
  });
});
