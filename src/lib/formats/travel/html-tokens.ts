import { decodeReferences } from './html-entities.ts';

/** A tag or a text of an HTML source. */
export interface HtmlToken {
  readonly kind: 'open' | 'close' | 'text';
  /** The element’s name, or the text with its references read. */
  readonly value: string;
  readonly attributes: string;
}

const tagStart = /<(\/?)([a-z][\w:-]*)/iy;

/** The tags and texts of an HTML source in their order; comments and declarations are left out. */
export function* tokensOf(html: string): Generator<HtmlToken> {
  const endOf = tagEndFinder(html);
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    const end = next === -1 ? html.length : next;
    if (end > at) yield textToken(html.slice(at, end));
    if (next === -1) return;
    at = afterComment(html, next);
    if (at > next) continue;
    tagStart.lastIndex = next;
    const [whole = '', slash, name = ''] = tagStart.exec(html) ?? [];
    const close = whole === '' ? -1 : endOf(next + whole.length);
    at = close === -1 ? next + 1 : close + 1;
    if (close === -1) yield textToken('<');
    else {
      const attributes = html.slice(next + whole.length, close);
      yield { kind: slash ? 'close' : 'open', value: name.toLowerCase(), attributes };
    }
  }
}

/** Where a comment or declaration that begins here is over; here where none begins. */
function afterComment(html: string, start: number): number {
  if (html.startsWith('<!--', start)) {
    const close = html.indexOf('-->', start);
    return close === -1 ? html.length : close + 3;
  }
  const [whole = ''] = /^<[!?][^<>]*>/.exec(html.slice(start, start + longestDeclaration)) ?? [];
  return start + whole.length;
}

/** Signs of a declaration at most: a longer one is text. */
const longestDeclaration = 200;

/**
 * Finds the `>` of a tag whose name ends at an index; −1 where it has none. A `<` outside of quotes
 * shows that it has none, and no quote is followed twice: so the time for all tags of a text grows
 * with its length alone.
 */
function tagEndFinder(html: string): (from: number) => number {
  const unended = new Set<number>();
  return (from) => {
    const sign = /[<>]|=\s*["']/g;
    sign.lastIndex = from;
    const quotes: number[] = [];
    for (let found = sign.exec(html); found; found = sign.exec(html)) {
      const [text] = found;
      if (text === '>') return found.index;
      const quote = sign.lastIndex - 1;
      if (text === '<' || unended.has(quote)) break;
      quotes.push(quote);
      const close = html.indexOf(text.slice(-1), quote + 1);
      if (close === -1) break;
      sign.lastIndex = close + 1;
    }
    for (const quote of quotes) unended.add(quote);
    return -1;
  };
}

function textToken(text: string): HtmlToken {
  return { kind: 'text', value: decodeReferences(text), attributes: '' };
}

/** The value of an attribute, its references read; empty where there is none. */
export function attributeOf(attributes: string, name: string): string {
  const form = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i');
  const [, double, single, bare] = form.exec(attributes) ?? [];
  return decodeReferences(double ?? single ?? bare ?? '');
}
