import type { Nodes, Root, RootContent } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Place } from './issue.ts';

const parser = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkFrontmatter, ['yaml'])
  .freeze();

/** A Markdown file, parsed once, with its lines at hand. */
export interface MarkdownFile {
  readonly text: string;
  readonly lines: readonly string[];
  readonly root: Root;
}

/** Parses a file as every part of the checker sees it; line ends and a byte order mark are evened. */
export function parseMarkdown(raw: string): MarkdownFile {
  const text = raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  return { text, lines: text.split('\n'), root: parser.parse(text) };
}

/** Where a node begins. */
export function placeOf(node: Nodes): Place {
  const start = node.position?.start;
  return { line: start?.line ?? 1, column: start?.column ?? 1 };
}

/** Where a sign of a node stands, so many characters behind its beginning. */
export function placeWithin(file: MarkdownFile, node: Nodes, index: number): Place {
  const before = sourceOf(file, node).slice(0, index).split('\n');
  const width = before.at(-1)?.length ?? 0;
  const { line, column } = placeOf(node);
  const isFirstLine = before.length === 1;
  return { line: line + before.length - 1, column: isFirstLine ? column + width : width + 1 };
}

/** The last line that a node covers, counted from 1. */
export function lastLineOf(node: Nodes): number {
  return node.position?.end.line ?? 1;
}

/** A node exactly as its author wrote it. */
export function sourceOf(file: MarkdownFile, node: Nodes): string {
  const { position } = node;
  return position ? file.text.slice(position.start.offset, position.end.offset) : '';
}

/** The text of a node without its markup, white space evened. */
export function plainText(node: Nodes): string {
  return flatten(node).replace(/\s+/g, ' ').trim();
}

function flatten(node: Nodes): string {
  if ('value' in node) return node.type === 'html' ? '' : node.value;
  if (node.type === 'break') return ' ';
  if ('children' in node) return node.children.map((child: RootContent) => flatten(child)).join('');
  return '';
}
