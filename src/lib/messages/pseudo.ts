import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js';
import type { Catalogue } from './say.ts';

/** Written from right to left in a language that nobody speaks: shows what a translation would break. */
export const pseudoLanguage = 'qps-plocm';

const rightToLeftOverride = '\u202e';
const endOfOverride = '\u202c';

/** Half as long again, and from right to left. */
function strange(text: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  if (!/\p{L}/u.test(words)) return text;
  const filler = 'ëēëēëēëē '
    .repeat(words.length)
    .slice(0, words.length / 2 + 1)
    .trim();
  return `${before}${rightToLeftOverride}${words} ${filler}${endOfOverride}${after}`;
}

function translate(element: MessageFormatElement): MessageFormatElement {
  if (element.type === TYPE.literal) return { ...element, value: strange(element.value) };
  if (element.type === TYPE.tag) return { ...element, children: element.children.map(translate) };
  if (element.type !== TYPE.plural && element.type !== TYPE.select) return element;
  const options = Object.entries(element.options).map(
    ([name, { value }]) => [name, { value: value.map(translate) }] as const,
  );
  return { ...element, options: Object.fromEntries(options) } as MessageFormatElement;
}

/** A catalogue in the language of {@link pseudoLanguage}; its gaps, tags and plurals are kept. */
export function pseudoOf(catalogue: Catalogue): Catalogue {
  const entries = Object.entries(catalogue).map(
    ([id, message]) => [id, printAST(parse(message).map(translate))] as const,
  );
  return Object.fromEntries(entries) as Catalogue;
}
