import { strFromU8, strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readZip } from './unzip.ts';

function faultOf(bytes: Uint8Array) {
  const read = readZip(bytes);
  if (read.ok) throw new Error('It was opened.');
  return read;
}

const manyFiles = Object.fromEntries(
  Array.from({ length: 5_001 }, (_, index) => [`${index}.xml`, strToU8('x')]),
);
const noise = new Uint8Array(60_000).map((_, index) => (index * 2_654_435_761) >>> 13);
const large = Object.fromEntries(
  Array.from({ length: 900 }, (_, index) => [`${index}.png`, noise]),
);

describe('readZip', () => {
  it('gives files by their paths, packed or not, and leaves folders out', () => {
    const packed: Zippable = {
      'a.xml': strToU8('<a/>'.repeat(2_000)),
      items: { 'b.xml': [strToU8('<b/>'), { level: 0 }], 'empty.txt': strToU8('') },
    };
    const read = readZip(zipSync(packed));
    if (!read.ok) throw new Error(read.message);
    const sizes = [...read.files].map(([name, bytes]) => [name, bytes.length]);
    expect(sizes).toEqual([
      ['a.xml', 8_000],
      ['items/b.xml', 4],
      ['items/empty.txt', 0],
    ]);
    expect(strFromU8(read.files.get('items/b.xml') ?? new Uint8Array())).toBe('<b/>');
  });

  it.each(['../a.xml', 'items/../../a.xml', '/etc/a.xml', 'C:/a.xml', 'items\\..\\a.xml'])(
    'refuses the path %s',
    (name) => {
      const fault = faultOf(zipSync({ 'fine.xml': strToU8('x'), [name]: strToU8('x') }));
      expect(fault.about).toBe(name);
      expect(fault.message).toContain('leads out of the zip');
    },
  );

  it('refuses a zip with a password, and one with paths of Windows, for what they are', () => {
    const locked = zipSync({ 'items/': new Uint8Array(), 'items/a.xml': strToU8('<a/>') });
    const flags = locked.length - 22 - (46 + 'items/a.xml'.length) + 8;
    locked[flags] = (locked[flags] ?? 0) | 1;
    expect(faultOf(locked).message).toContain('locked by a password');
    const windows = faultOf(zipSync({ 'items\\a.xml': strToU8('<a/>') }));
    expect(windows).toMatchObject({ about: 'items\\a.xml' });
    expect(windows.message).toContain('written with \\');
  });

  it('refuses a file that unpacks to many times its size', () => {
    const fault = faultOf(zipSync({ 'bomb.xml': new Uint8Array(40 * 2 ** 20) }));
    expect(fault.about).toBe('bomb.xml');
    expect(fault.message).toContain('more than 200 times its size');
  });

  it('refuses files that are too large together', () => {
    expect(faultOf(zipSync(large, { level: 0 })).message).toContain('larger than 50 MB');
  });

  it('refuses too many files', () => {
    expect(faultOf(zipSync(manyFiles)).message).toContain('more than 5000 files');
  });

  it('refuses a zip that was cut, and names the file', () => {
    const whole = zipSync({ 'a.png': noise }, { level: 0 });
    expect(faultOf(whole.slice(0, 30_000))).toMatchObject({ about: 'a.png' });
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a text', strToU8('::a::b{}')],
    ['an empty zip', zipSync({})],
  ])('refuses %s', (_name, bytes) => {
    expect(faultOf(bytes).message).toContain('no zip');
  });

  it('never throws, whatever the bytes', () => {
    const whole = zipSync({ 'a.xml': strToU8('<a/>'.repeat(50)), 'b.xml': strToU8('<b/>') });
    for (let index = 0; index < whole.length; index += 1) {
      const broken = whole.slice();
      broken[index] = (broken[index] ?? 0) ^ 0xff;
      expect(typeof readZip(broken).ok).toBe('boolean');
    }
  });
});
