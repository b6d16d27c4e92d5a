import { isSlug } from '../passage/source.ts';
import type { BankId, ItemId } from '../quiz/ids.ts';
import type { ContentFile } from './collection.ts';
import type { ExplainerFile, Reference } from './explainer.ts';
import { readFrontMatter, textField } from './front-matter.ts';
import { fileStart, type FileReport } from './issue-list.ts';
import type { Located } from './item-block.ts';
import { parseMarkdown } from './markdown.ts';

const keys = ['title', 'summary', 'language'];
/** A text in quotation marks that names an item; whatever attribute or list it stands in. */
const named = /(["'])([a-z][a-z0-9-]*)\/([a-z][a-z0-9-]*)(?::(\d+))?\1/g;
const question = /<Question\s+of=$/;

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
  const found = findReferences(markdown.lines);
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

/** Those of the prose first, then those of the lists in its script: so passages are numbered as read. */
function findReferences(lines: readonly string[]): Found[] {
  let isScript = false;
  const prose: Found[] = [];
  const script: Found[] = [];
  lines.forEach((line, index) => {
    if (/^\s*<script\b/.test(line)) isScript = true;
    (isScript ? script : prose).push(...referencesIn(line, index + 1));
    if (line.includes('</script>')) isScript = false;
  });
  return [...prose, ...script];
}

interface Found {
  readonly isQuestion: boolean;
  readonly reference: Located<Reference>;
}

function referencesIn(line: string, number: number): Found[] {
  if (/^\s*import\s/.test(line)) return [];
  return [...line.matchAll(named)].map((match) => {
    const [, , bank = '', item = '', passage] = match;
    const value = {
      name: match[0].slice(1, -1),
      bank: bank as BankId,
      item: item as ItemId,
      passage: Number(passage ?? 1),
    };
    return {
      isQuestion: question.test(line.slice(0, match.index)),
      reference: { value, place: { line: number, column: match.index + 2 } },
    };
  });
}
