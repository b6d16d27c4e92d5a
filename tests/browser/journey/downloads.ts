import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import readWorkbook from 'read-excel-file/node';

/** A row of a file, by its column names. */
export type Row = Readonly<Record<string, string>>;

/** What was downloaded of a class. */
export interface Downloads {
  /** The rows of a file of the bundle, by its name there: `lms/sheets.csv`. */
  readonly rowsOf: (name: string) => readonly Row[];
  /** The lines of `results.jsonl`. */
  readonly lines: readonly Readonly<Record<string, unknown>>[];
  /** The gradebook's sheet of `results.xlsx`. */
  readonly sheet: readonly (readonly unknown[])[];
  /** The files whose separate download is not what stands in the bundle. */
  readonly unlike: readonly string[];
}

/** Downloads the bundle, and every file of it by itself, at the teacher's browser. */
export async function downloadAll(teacher: Page, address: string): Promise<Downloads> {
  const fetchFile = async (name: string) => {
    const reply = await teacher.context().request.get(`${address}/${name}`);
    if (!reply.ok()) throw new Error(`${name}: ${reply.status()}`);
    return reply.body();
  };
  const bundle = unzipSync(await fetchFile('all.zip'));
  const entries = new Map(
    Object.entries(bundle).map(([path, bytes]) => [
      path.replace(/^[^/]*_\d{4}-\d\d-\d\d\//, ''),
      Buffer.from(bytes),
    ]),
  );
  const unlike: string[] = [];
  for (const [name, bytes] of entries) {
    const alone = await fetchFile(name.replace(/^.*\//, ''));
    if (!alone.equals(bytes)) unlike.push(name);
  }
  const sheets = await readWorkbook(await fetchFile('results.xlsx'));
  const textOf = (name: string) => {
    const bytes = entries.get(name);
    if (!bytes) throw new Error(`The bundle holds ${[...entries.keys()].join(', ')}, not ${name}`);
    return bytes.toString('utf8');
  };
  return {
    rowsOf: (name) => parse(textOf(name), { columns: true }) as Row[],
    lines: textOf('results.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>),
    sheet: sheets.find(({ sheet }) => sheet === 'gradebook')?.data ?? [],
    unlike,
  };
}
