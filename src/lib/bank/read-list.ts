import type { Blockquote, List, ListItem, Paragraph } from 'mdast';
import type { FileReport } from './issue-list.ts';
import type { ListSign, OptionLine } from './item-block.ts';
import { lastLineOf, placeOf, plainText, sourceOf, type MarkdownFile } from './markdown.ts';
import { quotedText, readQuotation } from './read-passage.ts';

const trapForm = /\s+#trap\s+([a-z][a-z0-9-]*)\s*$/;

const escapedTrap = /\\#trap\s+[a-z][a-z0-9-]*\s*$/;

/**
 * A text with the misreading that stands at its end (`#trap name`), taken apart; `written` is the text
 * with its escapes, for one that ends in `\#trap name` names none.
 */
export function takeTrap(text: string, written: string): { text: string; trap: string | null } {
  const trap = escapedTrap.test(written) ? null : trapForm.exec(text);
  return trap ? { text: text.slice(0, trap.index), trap: trap[1] ?? null } : { text, trap: null };
}

const groupForm = /\s+#group\s+([a-z0-9-]+)\s*$/;

/**
 * Reads an item's list: options, an order or pairs, each with its reply. Where sentences are to be
 * picked, each entry is a quotation.
 */
export function readList(
  file: MarkdownFile,
  list: List,
  ofQuotations: boolean,
  report: FileReport,
): OptionLine[] {
  return list.children.flatMap((entry) => {
    reportSwallowed(file, entry, report);
    const option = readEntry(file, list, entry);
    if (option && ofQuotations && option.sign === 'checkbox') {
      return quoteEntry(file, entry, option, report) ?? [];
    }
    if (option) return [option];
    const message = 'This entry is neither an option nor a pair.';
    const mend = 'Begin it with (x), ( ), [x] or [ ], or write a pair as `left :: right`.';
    report('E108', placeOf(entry), message, mend);
    return [];
  });
}

function readEntry(file: MarkdownFile, list: List, entry: ListItem): OptionLine | null {
  const [first, ...rest] = entry.children;
  if (first?.type !== 'paragraph') return null;
  const written = sourceOf(file, first);
  const { text: marked, trap } = takeTrap(plainText(first), written);
  const signed = signOf(list, entry, marked, written);
  if (!signed) return null;
  const quotation = rest.find((node): node is Blockquote => node.type === 'blockquote');
  return {
    ...signed,
    place: placeOf(entry),
    reply: quotation ? replyText(quotation) : null,
    trap,
    quotation: null,
    group: null,
  };
}

/** An entry whose text is a quotation, `[source] The sentence. #group name #trap name`. */
function quoteEntry(
  file: MarkdownFile,
  entry: ListItem,
  option: OptionLine,
  report: FileReport,
): OptionLine | null {
  const paragraph = entry.children[0] as Paragraph;
  const written = quotedText(file, paragraph.children, report);
  if (written === null) return null;
  const { text } = takeTrap(written, sourceOf(file, paragraph));
  const group = groupForm.exec(text);
  const body = group ? text.slice(0, group.index) : text;
  const quotation = readQuotation(body, option.place, report);
  if (!quotation) return null;
  return { ...option, text: quotation.exact, quotation, group: group?.[1] ?? null };
}

function signOf(
  list: List,
  entry: ListItem,
  text: string,
  written: string,
): { sign: ListSign; text: string; isKey: boolean } | null {
  if (list.ordered) return { sign: 'order', text, isKey: false };
  if (typeof entry.checked === 'boolean') return { sign: 'checkbox', text, isKey: entry.checked };
  const radio = written.startsWith('\\') ? null : /^\(([ xX])\)\s+(?=\S)/.exec(text);
  if (radio) {
    return { sign: 'radio', text: text.slice(radio[0].length), isKey: radio[1] !== ' ' };
  }
  return text.includes(' :: ') ? { sign: 'pair', text, isKey: false } : null;
}

function replyText(quotation: Blockquote): string | null {
  const paragraphs = quotation.children.filter(
    (node): node is Paragraph => node.type === 'paragraph',
  );
  const text = paragraphs.map(plainText).join(' ');
  return text === '' ? null : text;
}

/** Lines of an entry that belong to it only because no blank line stands before them. */
function reportSwallowed(file: MarkdownFile, entry: ListItem, report: FileReport): void {
  const { line, column } = placeOf(entry);
  const marker = /^\s*(?:[-*+]|\d+[.)])\s+/.exec((file.lines[line - 1] ?? '').slice(column - 1));
  const indent = column - 1 + (marker?.[0].length ?? 2);
  const quotations = entry.children.filter((node) => node.type === 'blockquote');
  for (let number = line + 1; number <= lastLineOf(entry); number += 1) {
    const text = file.lines[number - 1] ?? '';
    if (text.trim() === '') continue;
    const isIndented = text.length - text.trimStart().length >= indent;
    const isInReply = quotations.some(
      (node) => placeOf(node).line < number && number <= lastLineOf(node),
    );
    if (isIndented && !(isInReply && !text.trimStart().startsWith('>'))) continue;
    const above = isInReply ? 'reply' : 'option';
    const message = `“${text.trim().slice(0, 40)}” is read as part of the ${above} above it.`;
    report('E104', { line: number, column: 1 }, message, 'Put a blank line before it.');
  }
}
