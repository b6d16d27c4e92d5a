import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { codebook } from '../../src/lib/formats/results/codebook.ts';
import { options } from '../../src/lib/formats/results/options.ts';
import { startWorkbook } from '../../src/lib/formats/xlsx/xlsx.ts';
import hostileNames from '../fixtures/hostile-names.json' with { type: 'json' };
import { startedAt } from './example-class.ts';
import { dataFiles, type Filled } from './example-files.ts';
import { optionsRows } from './example-statistics.ts';
import { workbookOf } from './workbook-of.ts';

const read = async (bytes: Uint8Array) => readWorkbook(Buffer.from(bytes), { trim: false });

function sheetTexts(bytes: Uint8Array): string[] {
  return Object.entries(unzipSync(bytes))
    .filter(([path]) => path.startsWith('xl/worksheets/'))
    .map(([, part]) => strFromU8(part));
}

const [hostileOption] = optionsRows;
const hostile: Filled = {
  file: options,
  rows: hostileNames.map((name) => ({ ...hostileOption, option_label: name })),
};

/** What XML can hold of a text; a reader of XML takes every line break for a line feed unless told. */
function held(name: string): string {
  return name
    .toWellFormed()
    .replace(/(?![\t\r\n])\p{Cc}/gu, '')
    .replace(/[\uFFFE\uFFFF]/g, '');
}

describe('a workbook', () => {
  it('holds a sheet for each file with its header and rows', async () => {
    const sheets = await read(workbookOf(dataFiles.slice(0, -1)));
    expect(sheets.map(({ sheet }) => `${sheet}.csv`)).toEqual(
      dataFiles.slice(0, -1).map(({ file }) => file.name),
    );
    for (const [index, { data }] of sheets.entries()) {
      const { file, rows } = dataFiles[index] ?? hostile;
      expect(data[0]).toEqual(file.columns.map(({ name }) => name));
      expect(data).toHaveLength(rows.length + 1);
    }
  });

  it('keeps numbers, truth and instants as such, in class time', async () => {
    const [gradebook] = await read(workbookOf(dataFiles.slice(0, 1)));
    const [header = [], first = []] = gradebook?.data ?? [];
    const cell = (name: string) => first[header.indexOf(name)];
    expect(cell('percent')).toBe(66.67);
    expect(cell('passed')).toBe(true);
    expect(cell('student_number')).toBe('007');
    expect(cell('started_at')).toEqual(new Date(startedAt + 3_600_000));
    expect(cell('unsupported_rejected')).toBeNull();
  });

  it('keeps hostile names as they were written, and has no formula', async () => {
    const bytes = workbookOf([hostile]);
    const [sheet] = await read(bytes);
    const names = sheet?.data.slice(1).map((cells) => cells[3] ?? '') ?? [];
    expect(names).toEqual(hostileNames.map(held));
    for (const text of sheetTexts(bytes)) expect(text).not.toMatch(/<f[\s>/]/);
  });

  it('has columns wide enough for their headers, and for names and instants', () => {
    const [example] = dataFiles;
    const columns = example?.file.columns ?? [];
    const [sheet = ''] = sheetTexts(workbookOf(dataFiles.slice(0, 1)));
    const widths = [...sheet.matchAll(/<col min="(\d+)" max="\1" width="(\d+)"/g)];
    expect(widths).toHaveLength(columns.length);
    for (const [index, { name, type }] of columns.entries()) {
      const needed = { text: 28, time: 19 }[type as string] ?? 0;
      expect([name, Number(widths[index]?.[2])]).toEqual([
        name,
        expect.toSatisfy((width: number) => width >= Math.max(needed, name.length)),
      ]);
    }
  });

  it('has the same bytes each time', () => {
    expect(workbookOf(dataFiles)).toEqual(workbookOf(dataFiles));
  });

  it('says in the codebook which sheet could not hold all rows', async () => {
    const [sheet, book] = await read(
      workbookOf(
        [
          { ...hostile, rows: hostile.rows.slice(0, 50) },
          { file: codebook, rows: [] },
        ],
        20,
      ),
    );
    expect(sheet?.data).toHaveLength(20);
    expect(book?.data.at(-1)?.join(' ')).toContain('the first 19 of 50 rows');
  });

  it('refuses a sheet out of its order', () => {
    const workbook = startWorkbook([options, codebook], { onChunk: () => {}, timeZone: 'UTC' });
    expect(() => workbook.open(codebook)).toThrow('codebook.csv is not the next sheet');
  });
});
