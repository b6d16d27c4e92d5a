import { isSlug } from '../passage/source.ts';
import type { BankId, ItemId } from '../quiz/ids.ts';
import type { ContentFile } from './collection.ts';
import type { ExplainerFile, Reference } from './explainer.ts';
import { readFrontMatter, textField } from './front-matter.ts';
import { fileStart, type FileReport } from './issue-list.ts';
import type { Located } from './item-block.ts';
import { parseMarkdown } from './markdown.ts';

const keys = ['title', 'summary', 'language'];
const script = /<script\b[^]*?<\/script>/g;
/** What `of` is given: `of="…"` in a component, `of: '…'` in a list. */
const given = /\bof(=\{?|:\s*)(["'])(.*?)\2/g;
/** A text in quotation marks that names an item, in whatever list of a script. */
const listed = /(["'])([a-z][a-z0-9-]*\/[a-z][a-z0-9-]*(?::\d+)?)\1/g;
const form = /^([a-z][a-z0-9-]*)\/([a-z][a-z0-9-]*)(?::(\d+))?$/;

/** Reads an explainer's front matter and all that it names; null where it can't be served by a name. */
export function readExplainer(file: ContentFile, report: FileReport): ExplainerFile | null {
  const slug = file.path.replace(/^.*\//, '').replace(/\.svx$/, '');
  if (!isSlug(slug)) {
    const message = `“${slug}” can’t be an explainer’s name.`;
    report('E120', fileStart, message, 'Name the file in a-z, 0-9 and -, beginning with a letter.');
    return null;
  }
  const markdown = parseMarkdown(file.text);
  const fields = readFrontMatter(markdown, keys, report);
  for (const key of keys) {
    if (textField(fields, key) !== null) continue;
    report('E118', fileStart, `The explainer has no ${key}.`, `Add a line \`${key}:\` at the top.`);
  }
  const found = findReferences(markdown.text, report);
  return {
    path: file.path,
    slug,
    title: textField(fields, 'title') ?? slug,
    summary: textField(fields, 'summary') ?? '',
    language: textField(fields, 'language') ?? 'en',
    citations: found.filter(({ isQuestion }) => !isQuestion).map(({ reference }) => reference),
    questions: found.filter(({ isQuestion }) => isQuestion).map(({ reference }) => reference),
  };
}

interface Found {
  readonly isQuestion: boolean;
  readonly reference: Located<Reference>;
}

/** A text that stands where an item is named, and where it begins in the file. */
interface Name {
  readonly text: string;
  readonly start: number;
}

/** Those of the prose first, then those of the lists in its script: so passages are numbered as read. */
function findReferences(text: string, report: FileReport): Found[] {
  return [...namesInProse(text), ...namesInScripts(text)].flatMap(
    (name) => readName(text, name, report) ?? [],
  );
}

/** Words behind “of:” are words, unless they read like a name; a component's `of` has to be one. */
function namesInProse(text: string): Name[] {
  const prose = text.replace(script, (part) => part.replace(/[^\n]/g, ' '));
  return [...prose.matchAll(given)].flatMap((match) => {
    const { 1: sign = '', 3: name = '' } = match;
    return sign.startsWith('=') || form.test(name) ? [nameAtEnd(match, name)] : [];
  });
}

function namesInScripts(text: string): Name[] {
  return [...text.matchAll(script)].flatMap(({ 0: part, index: offset }) => {
    const lists = part.replace(/^\s*import\s[^;]*;/gm, (line) => line.replace(/[^\n]/g, ' '));
    const found = [
      ...[...lists.matchAll(given)].map((match) => nameAtEnd(match, match[3] ?? '')),
      ...[...lists.matchAll(listed)].map((match) => nameAtEnd(match, match[2] ?? '')),
    ];
    const names = new Map(found.map((name) => [name.start, name]));
    return [...names.values()]
      .sort((one, other) => one.start - other.start)
      .map(({ text: name, start }) => ({ text: name, start: offset + start }));
  });
}

/** A name that stands at the end of a match, before its closing quotation mark. */
function nameAtEnd({ 0: whole, index }: RegExpExecArray, name: string): Name {
  return { text: name, start: index + whole.length - name.length - 1 };
}

function readName(text: string, { text: name, start }: Name, report: FileReport): Found | null {
  const before = text.slice(0, start).split('\n');
  const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  const parts = form.exec(name);
  if (!parts) {
    const message = `“${name}” can’t be the name of an item.`;
    report('E150', place, message, 'Write `bank/item`, or `bank/item:2` for its second passage.');
    return null;
  }
  const [, bank = '', item = '', passage] = parts;
  const value = {
    name,
    bank: bank as BankId,
    item: item as ItemId,
    passage: Number(passage ?? 1),
  };
  const tag = text.slice(text.lastIndexOf('<', start), start);
  return { isQuestion: /^<Question\s/.test(tag), reference: { value, place } };
}
