import { describe, expect, it } from 'vitest';
import { childOf, childrenOf, readXml, textIn } from './xml-tree.ts';

function rootOf(text: string) {
  const read = readXml(text);
  if (!read.ok) throw new Error(read.message);
  return read.root;
}

function faultOf(text: string) {
  const read = readXml(text);
  if (read.ok) throw new Error('It was read.');
  return read;
}

describe('readXml', () => {
  it('gives elements, attributes and texts in their order, with their lines', () => {
    const root = rootOf(
      '\uFEFF<?xml version="1.0"?>\r\n<!-- a --><q:quiz>\r\n<a n="1 &amp; 2">x<b/> &lt;&#x2019;</a>\n<a><![CDATA[<p>&amp;</p>]]></a></q:quiz>\n',
    );
    const [first, second] = childrenOf(root, 'a');
    expect([root.name, root.line, first?.line, second?.line]).toEqual(['quiz', 2, 3, 4]);
    expect(first?.attributes.get('n')).toBe('1 & 2');
    expect([textIn(first), textIn(second)]).toEqual(['x <’', '<p>&amp;</p>']);
    expect(childOf(first, 'b')?.children).toEqual([]);
    expect(textIn(childOf(root, 'none'))).toBe('');
  });

  it('keeps the space and the entities that are none of XML’s', () => {
    expect(textIn(rootOf('<a>  x&nbsp;\n y </a>'))).toBe('  x&nbsp;\n y ');
  });

  it.each([
    ['an external entity', '<!DOCTYPE q [<!ENTITY xxe SYSTEM "file:///etc/passwd">]><q>&xxe;</q>'],
    ['one of parameters', '<!DOCTYPE q [<!ENTITY % xxe PUBLIC "p" "http://x/">%xxe;]><q/>'],
  ])('refuses %s by its name', (_name, text) => {
    expect(faultOf(`<?xml version="1.0"?>\n<!-- c -->${text}`)).toMatchObject({
      line: 2,
      message: expect.stringMatching(/external entity “xxe”.*Take the <!DOCTYPE/) as string,
    });
  });

  it('refuses a document type, whatever it is for', () => {
    const laughs = '<!DOCTYPE q [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><q>&b;</q>';
    expect(faultOf(laughs).message).toContain('declares a document type');
  });

  it('takes a document type inside a text for what it is', () => {
    expect(textIn(rootOf('<q><![CDATA[<!DOCTYPE html>]]></q>'))).toBe('<!DOCTYPE html>');
  });

  it.each([
    ['signs', () => `<a>${' '.repeat(20 * 2 ** 20)}</a>`, 'more than 20 million signs'],
    ['tags', () => `<a>${'<b/>'.repeat(1_000_000)}</a>`, 'more than a million tags'],
  ])('refuses more %s than any course file has, before it reads them', (_what, make, words) => {
    expect(faultOf(make()).message).toContain(words);
  });

  it('finds no end of entities, and looks for it once', () => {
    const entities = '<!ENTITY a "SYSTEM "'.repeat(300_000) + '<!ENTITY b SYSTEM '.repeat(300_000);
    expect(faultOf(`<!DOCTYPE q [${entities}`).message).toContain('external entity “b”');
  });

  it.each([
    ['an element that is not closed', '<a>\n<b></a>', 2],
    ['a bare ampersand', '<a>\nx & y</a>', 2],
    ['two outermost elements', '<a/>\n<b/>', 2],
    ['no element', 'hello', 1],
    ['nothing', '', 1],
    ['elements ten thousand deep', '<a>'.repeat(10_000) + '</a>'.repeat(10_000), 1],
  ])('refuses %s at its line', (_name, text, line) => {
    const fault = faultOf(text);
    expect(fault.line).toBe(line);
    expect(fault.message).toMatch(/\.$/);
  });
});
