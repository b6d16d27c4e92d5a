import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import byPython from '../oracle/csv_readers.json' with { type: 'json' };
import byR from '../oracle/read_csv.json' with { type: 'json' };
import { hostileFiles } from './hostile-files.ts';
import { readStrictly } from './read-strictly.ts';

type Sums = Readonly<Partial<Record<string, number>>>;

/** What a reader that is not ours found in a file. */
interface Found {
  readonly columns: readonly string[];
  readonly rows: number;
  readonly sums: Sums;
  /** Of the columns of words, without line ends. */
  readonly characters: Sums;
}

const readers: readonly (readonly [string, Readonly<Partial<Record<string, Found>>>])[] = [
  ['Python’s csv', byPython],
  ['R’s read.csv', byR],
];
const paths = Object.keys(byPython);
const hostile = new Map(hostileFiles().map(([path, content]) => [`hostile/${path}`, content]));

function readFile(path: string): string[][] {
  const text = hostile.get(path) ?? readFileSync(`tests/formats/golden/${path}`, 'utf8');
  return readStrictly(String(text), path.includes('excel-de/') ? ';' : ',');
}

describe.each(readers)('%s', (_name, found) => {
  it.each(paths)('finds the columns, rows and sums of %s', (path) => {
    const [header = [], ...rows] = readFile(path);
    expect(found[path]?.columns).toEqual(header);
    expect(found[path]?.rows).toBe(rows.length);
    for (const column of ['points', 'percent', 'n', 'time_s', 'facility', 'Score']) {
      const at = header.indexOf(column);
      const cells = rows.flatMap((row) => row[at] || []);
      if (at < 0 || cells.length === 0) continue;
      const sum = cells.reduce((total, cell) => total + Number(cell.replace(',', '.')), 0);
      expect(found[path]?.sums[column], column).toBeCloseTo(sum, 6);
    }
  });

  it.each(paths)('finds every character of the words in %s', (path) => {
    const [header = [], ...rows] = readFile(path);
    const characters = Object.entries(found[path]?.characters ?? {});
    if (hostile.has(path)) expect(characters.length).toBeGreaterThan(3);
    for (const [column, count] of characters) {
      const cells = rows.map((row) => row[header.indexOf(column)] ?? '');
      expect(count, column).toBe([...cells.join('').replace(/[\r\n]/g, '')].length);
    }
  });
});
