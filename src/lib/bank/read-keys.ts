import type { Paragraph } from 'mdast';
import type { FileReport } from './issue-list.ts';
import type { Located } from './item-block.ts';
import { lastLineOf, placeOf, type MarkdownFile } from './markdown.ts';

const keyLine = /^([a-z][a-z-]*):(?:\s+(.*))?$/;

/** The keys that any item may have; a type adds its own. */
export const commonKeys: readonly string[] = [
  'id',
  'level',
  'compare',
  'as-of',
  'corrected',
  'allow',
  'draft',
  'type',
];

/** The lines right below a stem, taken apart. */
export interface KeyLines {
  readonly keys: ReadonlyMap<string, Located>;
  /** Codes of warnings that the author has answered, each with its reason. */
  readonly allow: readonly Located[];
  /** What was corrected after publication, each with its day: `2026-03-20 What was put right.` */
  readonly corrected: readonly Located[];
}

/** True for a paragraph that is written as `key: value` lines. */
export function isKeyLines(file: MarkdownFile, node: Paragraph): boolean {
  return keyLine.test((file.lines[placeOf(node).line - 1] ?? '').trim());
}

/** Reads the `key: value` lines below a stem, and reports what runs into them. */
export function readKeys(file: MarkdownFile, node: Paragraph, report: FileReport): KeyLines {
  const keys = new Map<string, Located>();
  const lists = { allow: [] as Located[], corrected: [] as Located[] };
  const last = lastLineOf(node);
  for (let line = placeOf(node).line; line <= last; line += 1) {
    const text = (file.lines[line - 1] ?? '').trim();
    const parts = keyLine.exec(text);
    const [, key = '', value = ''] = parts ?? [];
    const place = { line, column: 1 };
    if (!parts) {
      const message = `“${text.slice(0, 40)}” is read as one of the item’s keys.`;
      report('E116', place, message, 'Put a blank line before it.');
    } else if (key === 'allow' || key === 'corrected') {
      lists[key].push({ value: value.trim(), place });
    } else if (keys.has(key)) {
      report('E130', place, `“${key}” stands twice.`, 'Delete one of the two lines.');
    } else {
      keys.set(key, { value: value.trim(), place });
    }
  }
  const below = file.lines[last] ?? '';
  if (below.trim() !== '') {
    const message = `“${below.trim().slice(0, 40)}” stands right below the item’s keys.`;
    report('E116', { line: last + 1, column: 1 }, message, 'Put a blank line before it.');
  }
  return { keys, ...lists };
}
