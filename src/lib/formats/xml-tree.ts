import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element of an XML file. */
export interface XmlElement {
  /** Without its namespace’s prefix. */
  readonly name: string;
  /** Their names without prefixes too. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Elements and texts in their order; comments and instructions are left out. */
  readonly children: readonly (XmlElement | string)[];
  /** The line on which it begins, from 1. */
  readonly line: number;
}

/** An XML file’s root, or where and why it can’t be read, with the mend. */
export type XmlReading =
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly line: number; readonly message: string };

/** Elements inside each other: course files have a dozen. */
const deepest = 100;
/** What a file has at most: thousands of questions stay below it, and reading it fills no memory. */
const most = { signs: 20 * 2 ** 20, tags: 1_000_000 };

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  cdataPropName: '#cdata',
  captureMetaData: true,
  maxNestedTags: deepest,
});
const metaData = XMLParser.getMetaDataSymbol() as unknown as symbol;

/** What the parser gives: one of its keys is the element’s name, or `#text`, or `#cdata`. */
interface ParsedNode {
  readonly [name: string]: unknown;
  readonly ':@'?: Readonly<Record<string, string>>;
}

/**
 * Reads XML without ever looking anything up: a file that declares a document type, by which entities
 * are made, is refused.
 */
export function readXml(raw: string): XmlReading {
  const size = sizeFault(raw);
  if (size) return size;
  const text = raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const type = documentTypeFault(text);
  if (type) return type;
  const checked = XMLValidator.validate(text);
  if (checked !== true) {
    const message = `This is no well-formed XML: ${checked.err.msg} Export the file anew, or mend this line.`;
    return { ok: false, line: checked.err.line, message };
  }
  try {
    const lineAt = lineFinder(text);
    const roots = elementsOf(parser.parse(text) as readonly ParsedNode[], lineAt);
    const [root, second] = roots.filter((node) => typeof node !== 'string');
    if (root && !second) return { ok: true, root };
    const message = 'An XML file has one outermost element. Export the file anew.';
    return { ok: false, line: second?.line ?? 1, message };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `This XML can’t be read: ${reason}. Export the file anew.`;
    return { ok: false, line: 1, message };
  }
}

/** The text of an element and of everything in it, as it is written there. */
export function textIn(element: XmlElement | undefined): string {
  return (element?.children ?? [])
    .map((child) => (typeof child === 'string' ? child : textIn(child)))
    .join('');
}

/** The elements of these names among an element’s children. */
export function childrenOf(
  element: XmlElement | undefined,
  ...names: readonly string[]
): XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && names.includes(child.name),
  );
}

/** The first element of this name among an element’s children. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return childrenOf(element, name)[0];
}

function sizeFault(text: string): Extract<XmlReading, { ok: false }> | null {
  const mend = 'Export fewer questions at once, or without their media.';
  if (text.length > most.signs) {
    const message = `It has more than ${most.signs / 2 ** 20} million signs. ${mend}`;
    return { ok: false, line: 1, message };
  }
  let tags = 0;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) tags += 1;
  if (tags <= most.tags) return null;
  return { ok: false, line: 1, message: `It has more than a million tags. ${mend}` };
}

const beforeRoot = /^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/;
const externalEntity = /<!ENTITY\s+(?:%\s+)?([\w.:-]+)\s+(?:SYSTEM|PUBLIC)\s/;

function documentTypeFault(text: string): Extract<XmlReading, { ok: false }> | null {
  const [prolog = ''] = beforeRoot.exec(text) ?? [];
  const rest = text.slice(prolog.length);
  if (!/^<!DOCTYPE/i.test(rest)) return null;
  const entity = externalEntity.exec(rest);
  const what = entity
    ? `declares the external entity “${entity[1] ?? ''}”, by which other files would be read`
    : 'declares a document type, by which entities can be made that fill the memory';
  const message = `The file ${what}. Take the <!DOCTYPE …> out, or export the file anew.`;
  const line = prolog.split('\n').length;
  return { ok: false, line, message };
}

/** Gives the line of an index; indexes are asked for in rising order. */
function lineFinder(text: string): (index: number) => number {
  let line = 1;
  let reached = 0;
  return (index) => {
    for (; reached < index; reached += 1) if (text.charCodeAt(reached) === 10) line += 1;
    return line;
  };
}

function elementsOf(
  nodes: readonly ParsedNode[],
  lineAt: (index: number) => number,
): (XmlElement | string)[] {
  return nodes.map((node) => {
    if ('#text' in node) return decoded(String(node['#text']));
    if ('#cdata' in node) return cdataOf(node['#cdata']);
    const name = Object.keys(node).find((key) => key !== ':@') ?? '';
    const { startIndex = 0 } = (node as Record<symbol, { startIndex?: number }>)[metaData] ?? {};
    const line = lineAt(startIndex);
    const attributes = Object.entries(node[':@'] ?? {}).map(
      ([key, value]) => [key, decoded(String(value))] as const,
    );
    const children = elementsOf(node[name] as readonly ParsedNode[], lineAt);
    return { name, attributes: new Map(attributes), children, line };
  });
}

function cdataOf(nodes: unknown): string {
  return (nodes as readonly ParsedNode[]).map((node) => String(node['#text'] ?? '')).join('');
}

const predefined: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** Text with XML’s own five entities and characters by number read; others stay as they are written. */
function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, ten, hex, name) => {
    if (name !== undefined) return predefined[String(name)] ?? whole;
    const code = ten === undefined ? parseInt(String(hex), 16) : Number(ten);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
