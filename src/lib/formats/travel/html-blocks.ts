import { normalForm } from '../../passage/normal-form.ts';
import type { Span } from '../../passage/passage.ts';
import { decodeReferences } from './html-entities.ts';

/** A paragraph, list entry, table cell or quotation of an HTML text. */
export interface HtmlBlock {
  /** The innermost block element that it stands in, lower case. */
  readonly element: string;
  readonly classes: readonly string[];
  /** Plain, its white space evened; never empty. */
  readonly text: string;
  /** What stands out (`<strong>`, `<b>`, `<mark>`), by offsets in {@link HtmlBlock.text}. */
  readonly marks: readonly Span[];
  /** Its pieces in inline elements with classes (`<span class="…">`), in their order. */
  readonly pieces: readonly HtmlPiece[];
}

/** A stretch of a block in an inline element that has classes. */
export interface HtmlPiece {
  readonly classes: readonly string[];
  readonly text: string;
  /** Where it leads, if it is a link. */
  readonly href: string | null;
}

/** An HTML text as paragraphs, and what of it has no place in plain text. */
export interface HtmlText {
  readonly blocks: readonly HtmlBlock[];
  /** In words, each once: “an image”, “a table”. */
  readonly lost: readonly string[];
}

const blockElements = new Set(
  'p div blockquote ul ol li dl dt dd h1 h2 h3 h4 h5 h6 table tr td th pre hr section article br'.split(
    ' ',
  ),
);
const standing = new Set(['strong', 'b', 'mark']);
/** What is inside them is no text. */
const silent = new Set(['script', 'style', 'svg', 'template']);
const losses: Readonly<Record<string, string>> = {
  img: 'an image',
  audio: 'a recording',
  video: 'a video',
  iframe: 'an embedded page',
  object: 'an embedded object',
  script: 'a script',
  svg: 'a drawing',
  table: 'the lines of a table',
  sub: 'a lowered text, which stands on the line now',
  sup: 'a raised text, which stands on the line now',
  math: 'a formula',
};

/** A tag or a text of an HTML source. */
interface Token {
  readonly kind: 'open' | 'close' | 'text';
  /** The element’s name, or the text with its references read. */
  readonly value: string;
  readonly attributes: string;
}

/** Reads HTML as people’s editors write it into plain paragraphs; never throws. */
export function readHtml(html: string): HtmlText {
  const lost = new Set<string>();
  const reader = new BlockReader();
  let muted: string | null = null;
  for (const { attributes, kind, value } of tokensOf(html)) {
    if (muted !== null) {
      if (kind === 'close' && value === muted) muted = null;
    } else if (kind === 'text') reader.text(value);
    else if (kind === 'close') reader.close(value);
    else {
      const loss = losses[value];
      if (loss) lost.add(loss);
      if (silent.has(value)) muted = value;
      else reader.open(value, attributes);
    }
  }
  return { blocks: reader.end(), lost: [...lost] };
}

/** Plain text as HTML would be read: a paragraph for each of its lines. */
export function readLines(text: string): HtmlText {
  const lines = text.split('\n').map(normalForm).filter(Boolean);
  const blocks = lines.map((line) => ({
    element: 'p',
    classes: [],
    text: line,
    marks: [],
    pieces: [],
  }));
  return { blocks, lost: [] };
}

/** Where a tag may end at the latest: a longer one is text. */
const longestTag = 4_000;
const tagForm = /^<(\/?)([a-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/i;

function* tokensOf(html: string): Generator<Token> {
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    const end = next === -1 ? html.length : next;
    if (end > at) yield textToken(html.slice(at, end));
    if (next === -1) return;
    if (html.startsWith('<!--', next)) {
      const close = html.indexOf('-->', next);
      at = close === -1 ? html.length : close + 3;
      continue;
    }
    const tag = tagForm.exec(html.slice(next, next + longestTag));
    if (!tag) yield textToken('<');
    const [whole = '<', slash, name = '', attributes = ''] = tag ?? [];
    const kind = slash ? 'close' : 'open';
    if (tag) yield { kind, value: name.toLowerCase(), attributes };
    at = next + whole.length;
  }
}

function textToken(text: string): Token {
  return { kind: 'text', value: decodeReferences(text), attributes: '' };
}

function attributeOf(attributes: string, name: string): string {
  const form = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i');
  const [, double, single, bare] = form.exec(attributes) ?? [];
  return decodeReferences(double ?? single ?? bare ?? '');
}

function classesOf(attributes: string): string[] {
  return attributeOf(attributes, 'class').split(/\s+/).filter(Boolean);
}

/** An element that is open. */
interface Open {
  readonly element: string;
  readonly classes: readonly string[];
  readonly href: string | null;
}

/** A stretch of running text in one dress. */
interface Run {
  readonly text: string;
  readonly marked: boolean;
  /** The innermost element with classes; null where there is none. */
  readonly dress: Open | null;
}

/** Gathers running text into blocks as tags open and close. */
class BlockReader {
  #blocks: HtmlBlock[] = [];
  #stack: Open[] = [];
  #runs: Run[] = [];

  text(text: string): void {
    const inline = this.#stack.slice(this.#stack.findLastIndex(isBlock) + 1);
    const marked = inline.some(({ element }) => standing.has(element));
    const dress = inline.findLast(({ classes }) => classes.length > 0) ?? null;
    this.#runs.push({ text, marked, dress });
  }

  open(element: string, attributes: string): void {
    if (blockElements.has(element)) this.#flush();
    const href = element === 'a' ? attributeOf(attributes, 'href') || null : null;
    const isEmpty = /\/\s*$/.test(attributes) || ['br', 'hr', 'img', 'input'].includes(element);
    if (!isEmpty) this.#stack.push({ element, classes: classesOf(attributes), href });
  }

  close(element: string): void {
    const at = this.#stack.findLastIndex((each) => each.element === element);
    if (blockElements.has(element)) this.#flush();
    if (at !== -1) this.#stack.length = at;
  }

  end(): HtmlBlock[] {
    this.#flush();
    return this.#blocks;
  }

  #flush(): void {
    const block = this.#stack.findLast(isBlock);
    const { marks, text } = markedText(this.#runs);
    if (text) {
      this.#blocks.push({
        element: block?.element ?? 'p',
        classes: block?.classes ?? [],
        text,
        marks,
        pieces: piecesOf(this.#runs),
      });
    }
    this.#runs = [];
  }
}

function isBlock({ element }: { readonly element: string }): boolean {
  return blockElements.has(element);
}

/** The runs as one text with evened spaces, and where it is marked; marks that touch are one. */
function markedText(runs: readonly Run[]): { text: string; marks: Span[] } {
  let text = '';
  const marks: Span[] = [];
  for (const run of runs) {
    const evened = run.text.replace(/[\s\uFEFF]+/g, ' ');
    const added = text === '' || text.endsWith(' ') ? evened.replace(/^ /, '') : evened;
    const start = text.length;
    text += added;
    if (!run.marked || added === '') continue;
    const last = marks.at(-1);
    if (last?.end === start) marks[marks.length - 1] = { start: last.start, end: text.length };
    else marks.push({ start, end: text.length });
  }
  const trimmed = text.trimEnd();
  const held = marks.map(({ start, end }) => ({ start, end: Math.min(end, trimmed.length) }));
  return { text: trimmed, marks: held.filter(({ start, end }) => start < end) };
}

function piecesOf(runs: readonly Run[]): HtmlPiece[] {
  const texts = new Map<Open, string>();
  for (const { dress, text } of runs) if (dress) texts.set(dress, (texts.get(dress) ?? '') + text);
  return [...texts].map(([{ classes, href }, text]) => ({ classes, href, text: normalForm(text) }));
}
