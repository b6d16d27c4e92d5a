import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import byPython from '../oracle/csv_readers.json' with { type: 'json' };
import byR from '../oracle/read_csv.json' with { type: 'json' };
import { readStrictly } from './read-strictly.ts';

/** What a reader that is not ours found in a golden file. */
interface Found {
  readonly columns: readonly string[];
  readonly rows: number;
  readonly sums: Readonly<Partial<Record<string, number>>>;
}

const readers: readonly (readonly [string, Readonly<Partial<Record<string, Found>>>])[] = [
  ['Python’s csv', byPython],
  ['R’s read.csv', byR],
];
const paths = Object.keys(byPython);

describe.each(readers)('%s', (_name, found) => {
  it.each(paths)('finds the columns, rows and sums of %s', (path) => {
    const text = readFileSync(`tests/formats/golden/${path}`, 'utf8');
    const isGerman = path.startsWith('excel-de');
    const [header = [], ...rows] = readStrictly(text, isGerman ? ';' : ',');
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
});
