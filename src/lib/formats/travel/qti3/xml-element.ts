import { xmlText } from '../../xml.ts';

/** A piece of XML that is well formed and escaped. */
export type Xml = string & { readonly __xml: never };

/** Attributes by name, in the order in which they are written; those without a value are left out. */
export type Attributes = Readonly<Record<string, string | number | boolean | null>>;

/** Text as XML: NFC, escaped once, without what XML can't hold. No line of a file ends inside it. */
export function text(words: string): Xml {
  return xmlText(words.normalize('NFC')).replaceAll('\n', '&#10;') as Xml;
}

/** An element whose content is text and inline elements: nothing is put between them. */
export function inline(name: string, attributes: Attributes, ...content: readonly Xml[]): Xml {
  const open = `${name}${written(attributes)}`;
  const body = content.join('');
  return (body === '' ? `<${open}/>` : `<${open}>${body}</${name}>`) as Xml;
}

/** An element that holds elements only, each on a line of its own. */
export function block(name: string, attributes: Attributes, ...content: readonly Xml[]): Xml {
  if (content.length === 0) return inline(name, attributes);
  const lines = content.flatMap((each) => each.split('\n')).map((line) => `  ${line}`);
  return [`<${name}${written(attributes)}>`, ...lines, `</${name}>`].join('\n') as Xml;
}

/** A whole file. */
export function xmlFile(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function written(attributes: Attributes): string {
  return Object.entries(attributes)
    .flatMap(([name, value]) =>
      value === null ? [] : [` ${name}="${text(String(value).replace(/\s+/g, ' ').trim())}"`],
    )
    .join('');
}
