import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readQti3 } from '../../../src/lib/formats/travel/qti3/read-package.ts';
import { head, single } from './foreign-qti.ts';

describe('a package', () => {
  const manifest = (...hrefs: readonly string[]) =>
    strToU8(
      `${head}<manifest identifier="m"><resources>${hrefs
        .map((href) => `<resource identifier="r" type="imsqti_item_xmlv3p0" href="${href}"/>`)
        .join('')}</resources></manifest>`,
    );
  const readZipped = (files: Readonly<Record<string, Uint8Array>>) => readQti3(zipSync(files));

  it('is read in a folder of its own, and names what it lacks', () => {
    const reading = readZipped({
      'mine/imsmanifest.xml': manifest('items/a%20b.xml', 'items/gone.xml'),
      'mine/items/a b.xml': strToU8(single),
      'mine/items/unnamed.xml': strToU8(single),
    });
    expect(reading).toMatchObject({
      ok: true,
      questions: [{ id: 'item-01' }],
      notes: [{ about: 'mine/items/gone.xml' }],
    });
  });

  it('is read without a manifest, and gives each question an id of its own', () => {
    const reading = readZipped({ 'a.xml': strToU8(single), 'b.xml': strToU8(single) });
    expect(reading).toMatchObject({ questions: [{ id: 'item-01' }, { id: 'item-01-2' }] });
  });

  it('reads on where one of its files can’t be read', () => {
    const broken = strToU8('<a><b></a>');
    const doctype = strToU8(`<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${single}`);
    const reading = readZipped({
      'a.xml': broken,
      'b.xml': doctype,
      'c.xml': new Uint8Array([0x3c, 0xff, 0xff]),
      'd.xml': strToU8(single),
    });
    expect(reading).toMatchObject({
      questions: [{ id: 'item-01' }],
      notes: [{ about: 'a.xml' }, { about: 'b.xml' }, { about: 'c.xml' }],
    });
    expect(reading.ok && reading.notes[1]?.message).toContain('external entity “x”');
  });

  it.each([
    ['with a manifest', true],
    ['without one', false],
  ])('of QTI 1, %s, is refused for what it is', (_what, isListed) => {
    const older = strToU8('<questestinterop><assessment ident="a"/></questestinterop>');
    const listed = '<resource identifier="r" type="imsqti_xmlv1p2"><file href="a.xml"/></resource>';
    const manifest = strToU8(`<manifest><resources>${listed}</resources></manifest>`);
    const files = { 'a.xml': older, ...(isListed && { 'imsmanifest.xml': manifest }) };
    expect(readZipped(files)).toMatchObject({
      ok: false,
      fault: { about: 'a.xml', message: expect.stringContaining('This is QTI 1') as string },
    });
  });

  it.each([
    ['a path that climbs', { '../up.xml': strToU8(single) }, '../up.xml'],
    ['a bomb', { 'a.xml': strToU8(single), 'bomb.xml': new Uint8Array(40 * 2 ** 20) }, 'bomb.xml'],
  ])('is refused for %s', (_what, files, about) => {
    expect(readZipped(files)).toMatchObject({ ok: false, fault: { about } });
  });

  it.each([
    ['nothing', {}],
    ['no item', { 'a.txt': strToU8('x') }],
    ['a manifest alone', { 'imsmanifest.xml': manifest() }],
  ])('is refused with %s in it', (_what, files) => {
    const reading = readZipped(files);
    expect(reading.ok).toBe(false);
    expect(!reading.ok && reading.fault.message).toMatch(/\.$/);
  });

  it('is refused at once where it is a hundred times as large as any item', () => {
    const large = strToU8(single.replace('One', 'One '.repeat(25 * 2 ** 20)));
    const tooLarge = expect.stringContaining('larger than 1 MB') as string;
    expect(readQti3(large)).toMatchObject({ ok: false, fault: { message: tooLarge } });
    const files = { 'a.xml': large.slice(0, 1_100_000), 'b.xml': strToU8(single) };
    expect(readQti3(zipSync(files, { level: 0 }))).toMatchObject({
      questions: [{ id: 'item-01' }],
      notes: [{ about: 'a.xml', message: tooLarge }],
    });
  });

  it('is refused where it is another kind of file', () => {
    for (const text of ['', 'Question 1', '{"a":1}', `${head}<quiz/>`]) {
      expect(readQti3(strToU8(text)).ok).toBe(false);
    }
  });
});
