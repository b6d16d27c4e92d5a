import type { Heading, Paragraph, RootContent } from 'mdast';
import type { Passage } from '../passage/passage.ts';
import type { FileReport } from './issue-list.ts';
import type { ExpectedWrong, ItemBlock, Located, OptionLine, Sign } from './item-block.ts';
import { isKeyLines, readKeys } from './read-keys.ts';
import { readList, takeTrap } from './read-list.ts';
import { isPassage, readPassage } from './read-passage.ts';
import { lastLineOf, placeOf, plainText, sourceOf, type MarkdownFile } from './markdown.ts';

/** An item as written, with what belongs to every type. */
export interface WrittenItem {
  readonly block: ItemBlock;
  readonly allow: readonly Located[];
  /** What was corrected after publication, as written. */
  readonly corrected: readonly Located[];
  /** Paragraphs of plain text. */
  readonly why: readonly string[];
  /** What would settle a matter that the sources leave open; null where the author says nothing. */
  readonly settle: string | null;
}

/** What has been read of an item so far. */
interface Reading {
  keys: ReadonlyMap<string, Located>;
  allow: readonly Located[];
  corrected: readonly Located[];
  options: OptionLine[];
  answer: Located | null;
  expectedWrong: ExpectedWrong[];
  passages: Located<Passage>[];
  why: string[];
  settle: string | null;
}

/** True for an item that its author has marked as not ready: nobody is asked it. */
export function isDraft({ block }: WrittenItem): boolean {
  return block.keys.has('draft');
}

const wholeNumberForm =
  /^[+\-−–]?\d[\d.,]*(?:e[+-]?\d+)?(?:\s*(?:\+-|±)\s*[\d.]+(?:e[+-]?\d+)?)?(?:\s*[^\s|\d]\S*)?(?: [^\s|\d]\S*)?$/i;

/** Reads one item: its heading and everything up to the next one. */
export function readItem(
  file: MarkdownFile,
  heading: Heading,
  nodes: readonly RootContent[],
  report: FileReport,
): WrittenItem {
  const reading: Reading = {
    keys: new Map(),
    allow: [],
    corrected: [],
    options: [],
    answer: null,
    expectedWrong: [],
    passages: [],
    why: [],
    settle: null,
  };
  nodes.forEach((node, index) => readNode(file, node, nodes[index - 1], reading, report));
  const stem = { value: plainText(heading), place: placeOf(heading) };
  const { keys, options, answer, expectedWrong, passages } = reading;
  const score = keys.get('score')?.value === 'each' ? 'each' : 'all';
  const signs = signsOf(reading);
  return {
    block: { stem, keys, signs, options, answer, expectedWrong, passages, score },
    allow: reading.allow,
    corrected: reading.corrected,
    why: reading.why,
    settle: reading.settle,
  };
}

function readNode(
  file: MarkdownFile,
  node: RootContent,
  previous: RootContent | undefined,
  reading: Reading,
  report: FileReport,
): void {
  if (node.type === 'list') {
    reading.options.push(...readList(file, node, reading.keys.has('pick'), report));
  } else if (node.type === 'blockquote') {
    if (!isPassage(file, node) && previous?.type === 'list' && isAdjacent(previous, node)) {
      const message =
        'This reply is not indented to the text of its option, so it belongs to none.';
      report('E106', placeOf(node), message, 'Indent it: two spaces after `-`, three after `1.`.');
      return;
    }
    const passage = readPassage(file, node, report);
    if (passage) reading.passages.push(passage);
  } else if (node.type === 'paragraph') {
    readParagraph(file, node, previous, reading, report);
  } else if (node.type !== 'html' || !sourceOf(file, node).startsWith('<!--')) {
    const message = `A ${node.type} has no meaning inside an item.`;
    report(
      'E109',
      placeOf(node),
      message,
      'Delete it, or write its text into the stem or the Why.',
    );
  }
}

function isAdjacent(previous: RootContent, node: RootContent): boolean {
  return placeOf(node).line === lastLineOf(previous) + 1;
}

function readParagraph(
  file: MarkdownFile,
  node: Paragraph,
  previous: RootContent | undefined,
  reading: Reading,
  report: FileReport,
): void {
  const text = plainText(node);
  if (previous === undefined && isKeyLines(file, node)) {
    Object.assign(reading, readKeys(file, node, report));
  } else if (/^Why:/.test(text)) {
    reading.why.push(text.replace(/^Why:\s*/, ''));
  } else if (/^Settle:/.test(text)) {
    if (reading.settle !== null) {
      report('E109', placeOf(node), '`Settle:` stands twice.', 'Write both into one paragraph.');
    }
    reading.settle = text.replace(/^Settle:\s*/, '');
  } else if (reading.why.length > 0) {
    reading.why.push(text);
  } else if (/^=\s/.test(text)) {
    readAnswer(node, text, reading, report);
  } else if (/^not\s/.test(text)) {
    reading.expectedWrong.push(...readExpectedWrong(file, node, report));
  } else {
    const message = `“${text.slice(0, 40)}” is neither key, option, passage, answer nor Why.`;
    report('E109', placeOf(node), message, 'Delete it, or begin it with `Why:`.');
  }
}

function readAnswer(node: Paragraph, text: string, reading: Reading, report: FileReport): void {
  if (reading.answer) {
    const message = 'The item has two = lines.';
    report('E117', placeOf(node), message, 'Put variants of a text on one line: `= a | b`.');
    return;
  }
  reading.answer = { value: text.replace(/^=\s*/, ''), place: placeOf(node) };
}

/** Reads `not value: reply` lines; a line that does not begin with `not` goes on with the reply. */
function readExpectedWrong(
  file: MarkdownFile,
  node: Paragraph,
  report: FileReport,
): ExpectedWrong[] {
  const { line } = placeOf(node);
  const found: ExpectedWrong[] = [];
  const entries = sourceOf(file, node).split(/\n(?=\s*not\s)/);
  let at = line;
  for (const entry of entries) {
    const place = { line: at, column: 1 };
    at += entry.split('\n').length;
    const parts = /^\s*not\s+([^:]+):\s*(\S.*)$/s.exec(entry);
    if (!parts) {
      const message = `“${entry.trim().slice(0, 40)}” names no wrong answer and reply.`;
      report('E109', place, message, 'Write `not 480000: why it is wrong`.');
      continue;
    }
    const [, value = '', reply = ''] = parts;
    const taken = takeTrap(unescape(reply), reply);
    found.push({ value: { value: value.trim(), place }, reply: taken.text, trap: taken.trap });
  }
  return found;
}

/** A stretch of Markdown as the text that it shows, where it holds no markup but escapes. */
function unescape(written: string): string {
  return written
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

function signsOf(reading: Reading): Set<Sign> {
  const signs = new Set<Sign>(reading.options.map((option) => option.sign));
  if (reading.keys.has('verdict')) signs.add('verdict');
  if (reading.keys.has('pick')) signs.add('pick');
  if (reading.answer) {
    const isText = reading.keys.get('type')?.value === 'text';
    signs.add(!isText && wholeNumberForm.test(reading.answer.value) ? 'number' : 'text');
  }
  return signs;
}
