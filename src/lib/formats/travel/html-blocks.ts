import { normalForm } from '../../passage/normal-form.ts';
import type { Span } from '../../passage/passage.ts';
import { attributeOf, tokensOf } from './html-tokens.ts';

/** A paragraph, list entry, table cell or quotation of an HTML text. */
export interface HtmlBlock {
  /** The innermost block element that it stands in, lower case. */
  readonly element: string;
  readonly classes: readonly string[];
  /** Plain, composed (NFC), its white space evened; never empty. */
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
  'p div blockquote ul ol li dl dt dd h1 h2 h3 h4 h5 h6 table caption tr td th pre hr section article aside header footer figure figcaption details summary form option title br'.split(
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
  embed: 'an embedded object',
  canvas: 'a drawing',
  del: 'the line through struck words, which stand as they are now',
  s: 'the line through struck words, which stand as they are now',
  strike: 'the line through struck words, which stand as they are now',
};

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

function classesOf(attributes: string): string[] {
  return attributeOf(attributes, 'class').split(/\s+/).filter(Boolean);
}

/** An element that is open, and how a text right inside it looks. */
interface Open {
  readonly element: string;
  readonly classes: readonly string[];
  readonly href: string | null;
  /** The innermost block that it is or stands in. */
  readonly block: Open | null;
  readonly marked: boolean;
  /** The innermost inline element with classes that it is or stands in. */
  readonly dress: Open | null;
}

/** A stretch of running text in one dress. */
interface Run {
  readonly text: string;
  readonly marked: boolean;
  readonly dress: Open | null;
}

/** Gathers running text into blocks as tags open and close; no sign of a text is looked at twice. */
class BlockReader {
  #blocks: HtmlBlock[] = [];
  #stack: Open[] = [];
  /** How many elements of a name are open. */
  #open = new Map<string, number>();
  #runs: Run[] = [];

  text(text: string): void {
    const { dress = null, marked = false } = this.#stack.at(-1) ?? {};
    this.#runs.push({ text, marked, dress });
  }

  open(element: string, attributes: string): void {
    if (blockElements.has(element)) this.#flush();
    const href = element === 'a' ? attributeOf(attributes, 'href') || null : null;
    const isEmpty = /\/\s*$/.test(attributes) || ['br', 'hr', 'img', 'input'].includes(element);
    if (isEmpty) return;
    const classes = classesOf(attributes);
    this.#stack.push(inside(this.#stack.at(-1) ?? null, { element, classes, href }));
    this.#open.set(element, (this.#open.get(element) ?? 0) + 1);
  }

  close(element: string): void {
    if (blockElements.has(element)) this.#flush();
    if ((this.#open.get(element) ?? 0) === 0) return;
    for (let closed = this.#stack.pop(); closed; closed = this.#stack.pop()) {
      this.#open.set(closed.element, (this.#open.get(closed.element) ?? 0) - 1);
      if (closed.element === element) return;
    }
  }

  end(): HtmlBlock[] {
    this.#flush();
    return this.#blocks;
  }

  #flush(): void {
    const block = this.#stack.at(-1)?.block;
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

/** An element that opens inside another one: a block begins afresh, anything else goes on. */
function inside(outer: Open | null, named: Pick<Open, 'element' | 'classes' | 'href'>): Open {
  if (blockElements.has(named.element)) {
    const block: Open = { ...named, block: null, marked: false, dress: null };
    return { ...block, block };
  }
  const marked = standing.has(named.element) || (outer?.marked ?? false);
  const open: Open = { ...named, block: outer?.block ?? null, marked, dress: null };
  return { ...open, dress: named.classes.length > 0 ? open : (outer?.dress ?? null) };
}

/** The runs as one text with evened spaces, and where it is marked; marks that touch are one. */
function markedText(runs: readonly Run[]): { text: string; marks: Span[] } {
  const parts: string[] = [];
  let length = 0;
  const marks: Span[] = [];
  for (const run of runs) {
    const evened = run.text.normalize('NFC').replace(/[\s\uFEFF]+/g, ' ');
    const isSpaced = parts.at(-1)?.endsWith(' ') ?? true;
    const added = isSpaced ? evened.replace(/^ /, '') : evened;
    if (added === '') continue;
    const start = length;
    parts.push(added);
    length += added.length;
    if (!run.marked) continue;
    const last = marks.at(-1);
    if (last?.end === start) marks[marks.length - 1] = { start: last.start, end: length };
    else marks.push({ start, end: length });
  }
  const text = parts.join('').trimEnd();
  const held = marks.map(({ start, end }) => ({ start, end: Math.min(end, text.length) }));
  return { text, marks: held.filter(({ start, end }) => start < end) };
}

function piecesOf(runs: readonly Run[]): HtmlPiece[] {
  const texts = new Map<Open, string>();
  for (const { dress, text } of runs) if (dress) texts.set(dress, (texts.get(dress) ?? '') + text);
  return [...texts].map(([{ classes, href }, text]) => ({ classes, href, text: normalForm(text) }));
}
