import type { Blockquote, PhrasingContent } from 'mdast';
import { normalForm } from '../passage/normal-form.ts';
import type { Passage, Span } from '../passage/passage.ts';
import type { SourceId } from '../passage/source.ts';
import type { FileReport } from './issue-list.ts';
import type { Located } from './item-block.ts';
import { lastLineOf, placeOf, sourceOf, type MarkdownFile } from './markdown.ts';

const opening = /^\[([^\]\s]+)(?: (\d+))?\]\s+/;
const escapeMend =
  'Write it as the article prints it, with a backslash before Markdown’s own sign.';

/** True for a quotation that says which source it is from. */
export function isPassage(file: MarkdownFile, node: Blockquote): boolean {
  return /^>\s*\[/.test(sourceOf(file, node));
}

/** Reads `> [source] text`; reports every fault and gives null where nothing can be proved. */
export function readPassage(
  file: MarkdownFile,
  node: Blockquote,
  report: FileReport,
): Located<Passage> | null {
  const place = placeOf(node);
  reportSwallowed(file, node, report);
  const [paragraph, ...more] = node.children;
  if (paragraph?.type !== 'paragraph' || more.length > 0) {
    const message = 'A quotation holds something else than one paragraph.';
    report(
      'E107',
      place,
      message,
      'Write each passage as one paragraph, a blank line between two.',
    );
    return null;
  }
  const text = quotedText(file, paragraph.children, report);
  const named = text === null ? null : opening.exec(text);
  if (text === null || !named) {
    if (text !== null) {
      const message = 'This quotation does not say which source it is from.';
      report('E105', place, message, 'Begin it with the source’s id: `> [source] …`.');
    }
    return null;
  }
  const near = /\s#near\s*$/.test(text);
  const body = text.slice(named[0].length).replace(/\s#near\s*$/, '');
  if (body.split('==').length % 2 === 0) {
    const message = 'A == in this quotation has no partner.';
    report('E107', place, message, 'Put == before and after the decisive words.');
  }
  const { exact, marks } = readMarks(body);
  const [, source = '', occurrence] = named;
  return {
    place,
    value: {
      source: source as SourceId,
      exact,
      marks,
      near,
      occurrence: occurrence === undefined ? null : Number(occurrence),
    },
  };
}

/** The quotation's characters; null where markup would change them. */
function quotedText(
  file: MarkdownFile,
  nodes: readonly PhrasingContent[],
  report: FileReport,
): string | null {
  const markup = nodes.find((node) => node.type !== 'text');
  if (markup) {
    const message = `Markdown reads “${sourceOf(file, markup).trim().slice(0, 40)}” as markup (${markup.type}), so the quotation would not be word for word.`;
    report('E107', placeOf(markup), message, escapeMend);
    return null;
  }
  const [first] = nodes;
  const written = nodes.map((node) => sourceOf(file, node)).join('');
  const reference = /&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/i.exec(written);
  if (reference && first) {
    const message = `“${reference[0]}” is a character reference, and would be shown as another character.`;
    report(
      'E107',
      placeOf(first),
      message,
      'Write the character itself, or a backslash before the &.',
    );
    return null;
  }
  return nodes.map((node) => ('value' in node ? node.value : '')).join('');
}

/** Lines that belong to the quotation only because no blank line stands before them. */
function reportSwallowed(file: MarkdownFile, node: Blockquote, report: FileReport): void {
  const { line } = placeOf(node);
  for (let number = line + 1; number <= lastLineOf(node); number += 1) {
    const text = file.lines[number - 1] ?? '';
    const isLazy = !/^\s*>/.test(text);
    if (isLazy || /^\s*>\s*\[[a-z][\w-]*(?: \d+)?\]\s/.test(text)) {
      const message = `“${text.trim().slice(0, 40)}” is read as part of the quotation above it.`;
      const mend = 'Put a blank line before it.';
      report('E104', { line: number, column: 1 }, message, mend);
    }
  }
}

/** Takes the `==` out of a quotation and remembers what stood between them. */
function readMarks(body: string): { exact: string; marks: Span[] } {
  const pieces = normalForm(body).split('==');
  const marks: Span[] = [];
  let exact = '';
  pieces.forEach((piece, index) => {
    const isMarked = index % 2 === 1 && index < pieces.length - 1;
    if (isMarked && piece) marks.push({ start: exact.length, end: exact.length + piece.length });
    exact += piece;
  });
  return { exact, marks };
}
