import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { column } from '../../src/lib/formats/column.ts';
import { csvWriter } from '../../src/lib/formats/csv.ts';
import { excelProfile, standardProfile } from '../../src/lib/formats/csv-profile.ts';
import { dataFile } from '../../src/lib/formats/data-file.ts';
import { exportableText, isFormulaLike } from '../../src/lib/formats/formula-guard.ts';
import hostileNames from '../fixtures/hostile-names.json' with { type: 'json' };
import { dataFiles, lmsFiles, textOf } from './example-files.ts';
import { readStrictly } from './read-strictly.ts';

const profiles = [
  ['standard', standardProfile],
  ['Excel in German', excelProfile('de', 'Europe/Berlin')],
  ['Excel in English', excelProfile('en', 'UTC')],
] as const;

/** What cells of a type look like in the standard profile, where they are not empty. */
const forms = {
  text: /(?:)/,
  id: /^(?:[a-z][\w/.-]*|)$/,
  list: /(?:)/,
  integer: /^-?\d+$/,
  number: /^-?\d+(?:\.\d{1,4})?$/,
  boolean: /^(?:TRUE|FALSE)$/,
  time: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
} as const;

describe.each(profiles)('a strict reader of the %s profile', (_name, profile) => {
  it.each([...dataFiles, ...lmsFiles])('finds every cell of $file.name', (each) => {
    const [header, ...rows] = readStrictly(textOf(each, profile), profile.separator);
    expect(header).toEqual(each.file.columns.map(({ name }) => name));
    expect(rows).toHaveLength(each.rows.length);
  });

  it('finds any text again, but for the guard before it', () => {
    const file = dataFile('any.csv', '', [
      column('before', 'text', '', ''),
      column('text', 'text', '', ''),
      column('list', 'list', '', ''),
    ]);
    const { row, header } = csvWriter(file, profile);
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'=+-@"\',;|\t\r\n \u0000\u200B\u202Ea＝\uD800') }),
      fc.constantFrom(...hostileNames),
    );
    fc.assert(
      fc.property(text, text, (before, given) => {
        const line = row({ before, text: given, list: [given] });
        const [, cells = []] = readStrictly(header + asEncoded(line), profile.separator);
        for (const [index, source] of [before, given, given].entries()) {
          const plain = exportableText(source);
          expect(cells[index]).toBe(isFormulaLike(plain) ? `'${plain}` : plain);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

/** A text after it went through a file. */
function asEncoded(text: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text));
}

describe('the standard profile', () => {
  it.each(dataFiles)('gives the cells of $file.name the form of their types', (each) => {
    const [, ...rows] = readStrictly(textOf(each, standardProfile));
    for (const cells of rows) {
      for (const [index, { type, name }] of each.file.columns.entries()) {
        const cell = cells[index] ?? '';
        expect(cell === '' || forms[type].test(cell), `${name}: ${cell}`).toBe(true);
      }
    }
  });

  it('adds up to what the rows add up to', () => {
    const responses = dataFiles.find(({ file }) => file.name === 'responses.csv');
    const [header = [], ...rows] = readStrictly(textOf(responses ?? never(), standardProfile));
    const at = header.indexOf('time_s');
    expect(rows.reduce((sum, cells) => sum + Number(cells[at]), 0)).toBe(38);
  });
});

function never(): never {
  throw new Error('The example has no responses');
}
