import { excelProfile, lmsProfile, standardProfile } from '../../src/lib/formats/csv-profile.ts';
import type { DataFile } from '../../src/lib/formats/data-file.ts';
import hostileNames from '../fixtures/hostile-names.json' with { type: 'json' };
import { dataFiles, lmsFiles, textOf, type Filled } from './example-files.ts';
import { workbookOf } from './workbook-of.ts';

const ofText = ['text', 'list', 'id'];

/** A row a hostile name, which stands in every column that holds words; the others are empty. */
export function hostileFilled(file: DataFile): Filled {
  const columns = file.columns.filter(({ type }) => ofText.includes(type));
  const rows = hostileNames.map((name) =>
    Object.fromEntries(
      file.columns.map((each) => [each.name, columns.includes(each) ? name : null]),
    ),
  );
  return { file, rows };
}

/** The names in a file that quotes and does not guard: what no export may be. */
export const bareText = hostileNames.map((name) => `"${name.replaceAll('"', '""')}"\n`).join('');

const [gradebook] = dataFiles;

/** Files full of hostile names as our own writers write them, by their path. */
export function hostileFiles(): (readonly [string, string | Uint8Array])[] {
  if (!gradebook) throw new Error('The gradebook is the first of the files');
  const hostile = hostileFilled(gradebook.file);
  return [
    ['standard/gradebook.csv', textOf(hostile, standardProfile)],
    ['excel-de/gradebook.csv', textOf(hostile, excelProfile('de', 'Europe/Berlin'))],
    ['excel-en/gradebook.csv', textOf(hostile, excelProfile('en-GB', 'Europe/London'))],
    ...lmsFiles.map(
      ({ file }) => [file.name, textOf(hostileFilled(file), lmsProfile('UTC'))] as const,
    ),
    ['results.xlsx', workbookOf([hostile])],
  ];
}
