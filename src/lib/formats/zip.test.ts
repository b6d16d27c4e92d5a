import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { startZip } from './zip.ts';

function zipOf(entries: readonly (readonly [string, readonly (string | Uint8Array)[]])[]) {
  const chunks: Uint8Array[] = [];
  const zip = startZip((bytes) => chunks.push(bytes));
  for (const [name, pieces] of entries) {
    const entry = zip.open(name);
    for (const piece of pieces) entry.push(piece);
    entry.end();
  }
  zip.end();
  return { bytes: Buffer.concat(chunks), chunks };
}

describe('startZip', () => {
  it('keeps every file, text and bytes in their order', () => {
    const { bytes } = zipOf([
      ['gradebook.csv', ['a,b\n', 'ü,😀\n']],
      ['lms/ü.csv', ['a', new Uint8Array([98, 99]), 'd']],
      ['empty.csv', []],
    ]);
    const files = Object.entries(unzipSync(bytes)).map(([name, text]) => [name, strFromU8(text)]);
    expect(files).toEqual([
      ['gradebook.csv', 'a,b\nü,😀\n'],
      ['lms/ü.csv', 'abcd'],
      ['empty.csv', ''],
    ]);
  });

  it('has the same bytes in every time zone', () => {
    const before = process.env['TZ'];
    const zips = ['UTC', 'Pacific/Auckland', 'America/Los_Angeles'].map((zone) => {
      process.env['TZ'] = zone;
      return zipOf([['a.csv', ['a']]]).bytes.toString('hex');
    });
    process.env['TZ'] = before;
    expect(new Set(zips).size).toBe(1);
  });

  it('lets bytes go before a file ends', () => {
    const sizes: number[] = [];
    let out = 0;
    const zip = startZip((bytes) => {
      out += bytes.length;
    });
    const entry = zip.open('big.csv');
    for (let line = 0; line < 60_000; line += 1) {
      entry.push(`${line},${(line * 7919) % 10_007},${(line * 104_729) % 99_991}\n`);
      if (line % 20_000 === 19_999) sizes.push(out);
    }
    const [first = 0, second = 0, third = 0] = sizes;
    expect(first).toBeGreaterThan(0);
    expect(second).toBeGreaterThan(first);
    expect(third).toBeGreaterThan(second);
  });

  it('refuses a file while another is open', () => {
    const zip = startZip(() => {});
    zip.open('a.csv');
    expect(() => zip.open('b.csv')).toThrow('was not ended');
  });
});
