import type { Blockquote, PhrasingContent, Text } from 'mdast';
import { normalForm } from '../passage/normal-form.ts';
import type { Passage, Span } from '../passage/passage.ts';
import type { SourceId } from '../passage/source.ts';
import type { Place } from './issue.ts';
import type { FileReport } from './issue-list.ts';
import type { Located } from './item-block.ts';
import { lastLineOf, placeOf, placeWithin, sourceOf, type MarkdownFile } from './markdown.ts';

const opening = /^\[([^\]\s]+)(?: (\d+))?\]\s+/;
const characterReference = /&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/gi;
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
    const mend = 'Write each passage as one paragraph, a blank line between two.';
    report('E107', place, message, mend);
    return null;
  }
  const text = quotedText(file, paragraph.children, report);
  const value = text === null ? null : readQuotation(text, place, report);
  return value && { place, value };
}

/** Reads `[source] text`, whose characters are known to be the article's; null where no source is named. */
export function readQuotation(text: string, place: Place, report: FileReport): Passage | null {
  const named = opening.exec(text);
  if (!named) {
    const message = 'This quotation does not say which source it is from.';
    report(
      'E105',
      place,
      message,
      'Begin it with the source’s id: `> [source] …`, or `- [ ] [source] …`.',
    );
    return null;
  }
  const [whole, source = '', occurrence] = named;
  const body = readBody(text.slice(whole.length), place, report);
  const number = occurrence === undefined ? null : Number(occurrence);
  return { source: source as SourceId, ...body, occurrence: number };
}

const nearSign = /\s#near\s*$/;

function readBody(
  text: string,
  place: Place,
  report: FileReport,
): Pick<Passage, 'exact' | 'marks' | 'near'> {
  const near = nearSign.test(text);
  const body = text.replace(nearSign, '');
  if (body.split('==').length % 2 === 0) {
    const message = 'A == in this quotation has no partner.';
    report('E107', place, message, 'Put == before and after the decisive words.');
  }
  return { ...readMarks(body), near };
}

/** The quotation's characters; null where markup would change them. */
export function quotedText(
  file: MarkdownFile,
  nodes: readonly PhrasingContent[],
  report: FileReport,
): string | null {
  let isPlain = true;
  for (const node of nodes) {
    const fault = node.type === 'text' ? referenceIn(file, node) : markupFault(file, node);
    if (!fault) continue;
    isPlain = false;
    report('E107', fault.place, fault.message, fault.mend);
  }
  return isPlain ? nodes.map((node) => ('value' in node ? node.value : '')).join('') : null;
}

interface Fault {
  readonly place: Place;
  readonly message: string;
  readonly mend: string;
}

function markupFault(file: MarkdownFile, node: PhrasingContent): Fault {
  const place = placeOf(node);
  if (node.type === 'break') {
    const message = 'Two spaces or a backslash at the end of this line break the quotation in two.';
    return { place, message, mend: 'Take out the two spaces or the backslash.' };
  }
  const written = sourceOf(file, node).trim().slice(0, 40);
  const message = `Markdown reads “${written}” as markup (${node.type}), so the quotation would not be word for word.`;
  return { place, message, mend: escapeMend };
}

function referenceIn(file: MarkdownFile, node: Text): Fault | null {
  for (const { 0: reference, index } of sourceOf(file, node).matchAll(characterReference)) {
    if (node.value.includes(reference)) continue;
    const message = `“${reference}” is a character reference, and would be shown as another character.`;
    const mend = 'Write the character itself, or a backslash before the &.';
    return { place: placeWithin(file, node, index), message, mend };
  }
  return null;
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
