import { describe, expect, it } from 'vitest';
import {
  exportableText,
  guardFormula,
  isFormulaLike,
} from '../../src/lib/formats/formula-guard.ts';
import hostileNames from '../fixtures/hostile-names.json' with { type: 'json' };
import found from '../oracle/libreoffice.json' with { type: 'json' };
import { goldenFiles } from './example-files.ts';
import { hostileFiles } from './hostile-files.ts';
import { readStrictly } from './read-strictly.ts';

/** What LibreOffice made of a file: all of its rows, and of a hostile one the kind and text of each name. */
interface Opened {
  readonly rows: number;
  readonly columns: number;
  readonly formulas: number;
  readonly names?: readonly (readonly [kind: string | null, shown: string])[];
}

const opened: Readonly<Partial<Record<string, Opened>>> = found as never;
const hostile = hostileFiles().map(([path, content]) => [`hostile/${path}`, content] as const);
const files = [...goldenFiles(), ...hostile].flatMap(([path, content]) =>
  path.endsWith('.csv') ? [[path, String(content)] as const] : [],
);
/** As much of a name as the oracle notes down, however line ends and overrides of direction fare. */
const noted = (text: string) => exportableText(text).replace(/\s+/g, ' ').trim().slice(0, 40);

describe('LibreOffice', () => {
  it.each(files)('finds all rows and columns of %s, and no formula', (path, text) => {
    const rows = readStrictly(text, path.includes('excel-de/') ? ';' : ',');
    const size = { rows: rows.length, columns: rows[0]?.length };
    expect(opened[path]).toMatchObject({ ...size, formulas: 0 });
  });

  it.each(hostile.map(([path]) => path))('shows names as words in %s', (path) => {
    const names = opened[path]?.names ?? [];
    expect(names).toHaveLength(hostileNames.length);
    const isGuarded = path.endsWith('.csv');
    for (const [index, name] of hostileNames.entries()) {
      if (!isFormulaLike(exportableText(name))) continue;
      const [kind, shown = ''] = names[index] ?? [];
      expect([kind, noted(shown)]).toEqual([
        'string',
        noted(isGuarded ? guardFormula(name) : name),
      ]);
    }
  });

  it('holds a workbook’s rows and columns, and runs nothing of it', () => {
    expect(opened['hostile/results.xlsx']).toMatchObject({
      ...{ rows: hostileNames.length + 1, columns: 33, formulas: 0 },
    });
  });

  it('runs names in a file that only quotes', () => {
    expect(opened['hostile/bare/names.csv']?.formulas).toBeGreaterThan(5);
  });

  it('was asked about every file that there is', () => {
    const paths = [
      ...files.map(([path]) => path),
      'hostile/bare/names.csv',
      'hostile/results.xlsx',
    ];
    expect(Object.keys(opened).toSorted()).toEqual(paths.toSorted());
  });
});
