import { xml, xmlText, type Xml, type XmlAttributes } from '../../xml.ts';

/** Text as XML: NFC, escaped once, without what XML can't hold. No line of a file ends inside it. */
export function text(words: string): Xml {
  return { markup: xmlText(words.normalize('NFC')).replaceAll('\n', '&#10;') };
}

/** An element whose content is text and inline elements: nothing is put between them. */
export function inline(name: string, attributes: XmlAttributes, ...content: readonly Xml[]): Xml {
  return xml(name, inOneLine(attributes), ...content);
}

/** An element that holds elements only, each on a line of its own. */
export function block(name: string, attributes: XmlAttributes, ...content: readonly Xml[]): Xml {
  if (content.length === 0) return inline(name, attributes);
  const lines = content.flatMap(({ markup }) => markup.split('\n')).map((line) => `\n  ${line}`);
  return inline(name, attributes, { markup: `${lines.join('')}\n` });
}

/** Attributes composed (NFC) and in one line, as titles and identifiers are. */
function inOneLine(attributes: XmlAttributes): XmlAttributes {
  const evened = Object.entries(attributes).map(([name, value]) => {
    const isText = typeof value === 'string';
    return [name, isText ? value.normalize('NFC').replace(/\s+/g, ' ').trim() : value] as const;
  });
  return Object.fromEntries(evened);
}
