import type { Heading, RootContent } from 'mdast';
import { isSlug, type SourceId } from '../passage/source.ts';
import type { Marking } from '../quiz/certainty-marks.ts';
import { isDay } from '../quiz/correction.ts';
import type { BankId } from '../quiz/ids.ts';
import type { ContentFile } from './collection.ts';
import { listField, readFrontMatter, textField, type FrontMatter } from './front-matter.ts';
import type { Issue, Place } from './issue.ts';
import { fileStart, reportInto, type FileReport } from './issue-list.ts';
import type { ItemTypeSyntax } from './item-block.ts';
import { placeOf, parseMarkdown, plainText, type MarkdownFile } from './markdown.ts';
import { isDraft, readItem, type WrittenItem } from './read-block.ts';
import { fileSlug } from './read-source.ts';
import { typeDraft, typeItem, type DraftItem, type TypedItem } from './type-item.ts';

const keys = ['title', 'summary', 'language', 'sources', 'marking', 'updated', 'allow'];

/** A bank as its file says it, before anything is proved. */
export interface BankFile {
  readonly path: string;
  readonly id: BankId;
  readonly title: string;
  readonly summary: string;
  readonly language: string;
  readonly marking: Marking;
  /** ISO 8601 date; null where none is given. */
  readonly updated: string | null;
  readonly sources: readonly SourceId[];
  /** Where the file lists its sources. */
  readonly sourcesPlace: Place;
  readonly introduction: readonly string[];
  readonly allow: readonly string[];
  /** Every item as written, also those that have a fault; no draft is among them. */
  readonly written: readonly WrittenItem[];
  /** The items whose type could read them. */
  readonly items: readonly TypedItem[];
  /** The items that are marked as drafts: read, and never served. */
  readonly drafts: readonly DraftItem[];
}

/** Reads one bank; every fault goes to `issues`. Null where the file has no name to be served by. */
export function readBank(
  file: ContentFile,
  types: readonly ItemTypeSyntax[],
  issues: Issue[],
): BankFile | null {
  const report = reportInto(issues, file.path);
  const slug = fileSlug(file.path);
  if (!isSlug(slug)) {
    const message = `“${slug}” can’t be a bank’s id.`;
    report('E120', fileStart, message, 'Name the file in a-z, 0-9 and -, beginning with a letter.');
    return null;
  }
  const markdown = parseMarkdown(file.text);
  const fields = readFrontMatter(markdown, keys, report);
  const { introduction, sections } = splitItems(markdown, report);
  const all = sections.map(([heading, nodes]) => readItem(markdown, heading, nodes, report));
  if (all.length === 0) {
    report('E118', fileStart, 'The bank has no item.', 'Open one with `## ` and its stem.');
  }
  const [written, drafts] = [all.filter((item) => !isDraft(item)), all.filter(isDraft)];
  reportMissingFields(fields, drafts.length > 0 && written.length === 0, report);
  reportReusedIds([...written, ...drafts], report);
  const language = readLanguage(fields, report);
  const setting = { types, language };
  return {
    path: file.path,
    id: slug as BankId,
    title: textField(fields, 'title') ?? slug,
    summary: textField(fields, 'summary') ?? '',
    language,
    ...{ marking: readMarking(fields, report), updated: readUpdated(fields, report) },
    sources: listField(fields, 'sources') as readonly SourceId[],
    sourcesPlace: fields.get('sources')?.place ?? fileStart,
    introduction,
    allow: listField(fields, 'allow'),
    written,
    items: written.flatMap((item) => typeItem(item, setting, report) ?? []),
    drafts: drafts.map((draft) => typeDraft(draft, setting, report)),
  };
}

/** Drafts may have found no source yet. */
function reportMissingFields(
  fields: FrontMatter,
  hasOnlyDrafts: boolean,
  report: FileReport,
): void {
  for (const key of ['title', 'summary', 'language', ...(hasOnlyDrafts ? [] : ['sources'])]) {
    if (listField(fields, key).some((value) => value.trim() !== '')) continue;
    report('E118', fileStart, `The bank has no ${key}.`, `Add a line \`${key}:\` at the top.`);
  }
}

function readLanguage(fields: FrontMatter, report: FileReport): string {
  const written = textField(fields, 'language') ?? 'en';
  if (isLanguage(written)) return written;
  const place = fields.get('language')?.place ?? fileStart;
  report('E131', place, `“${written}” is no tag of a language.`, 'Write `language: en`.');
  return 'en';
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function readMarking(fields: FrontMatter, report: FileReport): Marking {
  const written = textField(fields, 'marking') ?? 'plain';
  if (written === 'plain' || written === 'certainty') return written;
  const place = fields.get('marking')?.place ?? fileStart;
  const mend = 'Write `marking: certainty`, or take the line out.';
  report('E131', place, `“${written}” is no way to mark a quiz.`, mend);
  return 'plain';
}

function readUpdated(fields: FrontMatter, report: FileReport): string | null {
  const written = textField(fields, 'updated');
  if (written === null || isDay(written)) return written;
  const place = fields.get('updated')?.place ?? fileStart;
  report('E131', place, `“${written}” is no day.`, 'Write `updated: 2026-03-20`.');
  return null;
}

type Section = [Heading, RootContent[]];

function splitItems(file: MarkdownFile, report: FileReport) {
  const introduction: string[] = [];
  const sections: Section[] = [];
  for (const node of file.root.children) {
    const section = sections.at(-1);
    if (node.type === 'heading') {
      const isWritten = (file.lines[placeOf(node).line - 1] ?? '').trimStart().startsWith('#');
      if (!isWritten) {
        const message = 'A line of = or - turns the lines above it into a heading.';
        report('E116', placeOf(node), message, 'Put a blank line above the = or - line.');
      } else if (node.depth === 2) {
        sections.push([node, []]);
      } else {
        const message = `A heading of level ${node.depth} has no meaning in a bank.`;
        report('E109', placeOf(node), message, 'Open an item with `## `; delete other headings.');
      }
    } else if (section) {
      section[1].push(node);
    } else if (node.type !== 'yaml') {
      introduction.push(plainText(node));
    }
  }
  return { introduction: introduction.filter(Boolean), sections };
}

function reportReusedIds(written: readonly WrittenItem[], report: FileReport): void {
  const seen = new Set<string>();
  for (const { block } of written) {
    const id = block.keys.get('id');
    if (id && seen.has(id.value)) {
      const message = `The id “${id.value}” is used by another item.`;
      report('E120', id.place, message, 'Give this item an id of its own.');
    }
    if (id) seen.add(id.value);
  }
}
