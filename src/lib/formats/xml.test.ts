import { XMLParser } from 'fast-xml-parser';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { xml, xmlFile } from './xml.ts';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: true,
  htmlEntities: true,
});
// eslint-disable-next-line no-control-regex
const unheld = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;

it('any text comes back from an element and from an attribute, but for what XML can’t hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
      const held = text.replace(unheld, '');
      const read: unknown = parser.parse(xmlFile(xml('a', { b: text }, 'x', text)));
      expect(read).toMatchObject({ a: { '#text': `x${held}`, b: held } });
    }),
  );
});

it('children are nested, nulls are left out, and an empty element is closed at once', () => {
  const file = xmlFile(xml('a', { b: null, c: 1, d: false }, xml('e'), null, xml('f', {}, '<')));
  expect(file).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<a c="1" d="false"><e/><f>&lt;</f></a>\n',
  );
});
