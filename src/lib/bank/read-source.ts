import { isSlug, type Source, type SourceId } from '../passage/source.ts';
import type { ContentFile } from './collection.ts';
import { readFrontMatter, textField, listField, type FrontMatter } from './front-matter.ts';
import { fileStart, type FileReport } from './issue-list.ts';
import { parseMarkdown } from './markdown.ts';

const keys = [
  'title',
  'short',
  'publisher',
  'author',
  'published',
  'retrieved',
  'url',
  'language',
  'licence',
  'note',
  'whole-text',
  'allow',
];

/** A source card with what its author answered to warnings about it. */
export interface SourceFile {
  readonly path: string;
  readonly source: Source;
  readonly allow: readonly string[];
}

/** The slug that a path's file name is: `sources/wire.md` → `wire`. */
export function fileSlug(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.md$/, '');
}

/** Reads a source card; null where it can't be named or has no title. */
export function readSource(file: ContentFile, report: FileReport): SourceFile | null {
  const slug = fileSlug(file.path);
  const fields = readFrontMatter(parseMarkdown(file.text), keys, report);
  if (!isSlug(slug)) {
    const message = `“${slug}” can’t be a source’s id.`;
    report('E120', fileStart, message, 'Name the file in a-z, 0-9 and -, beginning with a letter.');
    return null;
  }
  const title = textField(fields, 'title');
  if (title === null) {
    report('E118', fileStart, 'The source has no title.', 'Add `title:` as the article prints it.');
    return null;
  }
  const wholeText = fields.get('whole-text');
  const licence = textField(fields, 'licence');
  if (wholeText && (wholeText.value !== 'allowed' || licence === null)) {
    const message = 'The card does not say by which licence the whole text may be shown.';
    const mend = 'Write `whole-text: allowed` with a `licence:`, or leave the line out.';
    report('E130', wholeText.place, message, mend);
  }
  const publisher = textField(fields, 'publisher');
  const source: Source = {
    id: slug as SourceId,
    title,
    shortName: publisher ?? textField(fields, 'short') ?? title,
    publisher,
    author: textField(fields, 'author'),
    published: textField(fields, 'published'),
    retrieved: textField(fields, 'retrieved'),
    url: readAddress(fields, report),
    language: textField(fields, 'language'),
    licence,
    note: textField(fields, 'note'),
    mayBeShownWhole: wholeText?.value === 'allowed' && licence !== null,
  };
  return { path: file.path, source, allow: listField(fields, 'allow') };
}

/** The address of a card; one that a page could not safely link to is reported and left out. */
function readAddress(fields: FrontMatter, report: FileReport): string | null {
  const url = textField(fields, 'url');
  if (url === null || (/^https?:\/\/\S+$/i.test(url) && URL.canParse(url))) return url;
  const message = `“${url}” is no address that a browser could follow.`;
  const mend = 'Write it whole, from `https://` on, or leave the line out.';
  report('E130', fields.get('url')?.place ?? fileStart, message, mend);
  return null;
}
