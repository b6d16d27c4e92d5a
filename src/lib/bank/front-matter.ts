import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Located } from './item-block.ts';
import { fileStart, type FileReport } from './issue-list.ts';
import type { MarkdownFile } from './markdown.ts';

/** What front matter may hold: a text or a list of texts, with its place. */
export type FrontMatter = ReadonlyMap<string, Located<string | readonly string[]>>;

/** Lines before the YAML itself: the opening `---`. */
const opening = 1;

const doubleMend = 'Delete one of the two lines.';
const yamlMend =
  'Put a text that has : or # in quotation marks, and close every bracket and quotation mark.';

/** Reads a file's front matter; reports what is not YAML, not known, or neither text nor list. */
export function readFrontMatter(
  file: MarkdownFile,
  known: readonly string[],
  report: FileReport,
): FrontMatter {
  const fields = new Map<string, Located<string | readonly string[]>>();
  const [first] = file.root.children;
  if (first?.type !== 'yaml') {
    const message = 'The file does not begin with front matter.';
    report('E100', fileStart, message, 'Begin it with a `---` line, `title: …`, and `---` again.');
    return fields;
  }
  const counter = new LineCounter();
  const document = parseDocument(first.value, { lineCounter: counter, schema: 'failsafe' });
  const placeAt = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { line: line + opening, column: col };
  };
  for (const error of document.errors) {
    const message = `The front matter can’t be read: ${error.message.split('\n')[0]}.`;
    const isDouble = error.code === 'DUPLICATE_KEY';
    report('E100', placeAt(error.pos[0]), message, isDouble ? doubleMend : yamlMend);
  }
  if (!isMap(document.contents)) return fields;
  for (const { key, value } of document.contents.items) {
    const name = isScalar(key) ? String(key.value) : '';
    const place = placeAt(isScalar(key) ? (key.range?.[0] ?? 0) : 0);
    const read = readValue(value);
    if (!known.includes(name)) {
      report('E130', place, `“${name}” is no key of this file.`, `Use: ${known.join(', ')}.`);
    } else if (read === null) {
      const message = `“${name}” is neither a text nor a list of texts.`;
      report('E100', place, message, 'Write one text, or a list in brackets.');
    } else {
      fields.set(name, { value: read, place });
    }
  }
  return fields;
}

function readValue(value: unknown): string | readonly string[] | null {
  if (isScalar(value)) return String(value.value ?? '');
  const list: unknown = (value as { items?: unknown } | null)?.items;
  if (!Array.isArray(list) || !list.every((member) => isScalar(member))) return null;
  return list.map((member) => String(member.value ?? ''));
}

/** A field that is one text; null where it is absent or empty. */
export function textField(fields: FrontMatter, name: string): string | null {
  const value = fields.get(name)?.value;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** A field that is a list; a single text counts as a list of one. */
export function listField(fields: FrontMatter, name: string): readonly string[] {
  const value = fields.get(name)?.value;
  if (value === undefined || value === '') return [];
  return typeof value === 'string' ? [value] : value;
}
