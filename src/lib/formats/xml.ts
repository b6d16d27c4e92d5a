/** What XML 1.0 can't hold, whatever is done to it. */
const unheld = /(?![\t\r\n])\p{Cc}|[\uFFFE\uFFFF]/gu;
const special = /[&<>"\r]/g;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** Text inside XML: entities for its signs, what XML can't hold left out. */
export function xmlText(text: string): string {
  const held = text.toWellFormed().replace(unheld, '');
  return held.replace(special, (sign) => entities[sign] ?? '');
}

/** A piece of XML that is written already: its texts are escaped. */
export interface Xml {
  readonly markup: string;
}

/** Attributes by name, in the order in which they are written; those that are null are left out. */
export type XmlAttributes = Readonly<Record<string, string | number | boolean | null>>;

/** An element. Texts among its children are escaped; null stands for none. */
export function xml(
  name: string,
  attributes: XmlAttributes = {},
  ...children: readonly (Xml | string | null)[]
): Xml {
  const start = Object.entries(attributes)
    .map(([key, value]) => (value === null ? '' : ` ${key}="${xmlAttribute(String(value))}"`))
    .join('');
  const inside = children
    .map((child) => (typeof child === 'string' ? xmlText(child) : (child?.markup ?? '')))
    .join('');
  return { markup: inside === '' ? `<${name}${start}/>` : `<${name}${start}>${inside}</${name}>` };
}

/** A whole file in UTF-8, with its declaration. */
export function xmlFile(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.markup}\n`;
}

/** Readers make spaces of the breaks and tabs of an attribute, unless they are written as figures. */
function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
