import { excelProfile, standardProfile, type CsvProfile } from '../../formats/csv-profile.ts';
import { fileNames, type ExportJob, type ExportStyle } from './export-job.ts';

/** What a download is asked for with; the Excel ones differ in what they write for 1.5. */
export type ProfileName = 'standard' | 'excel-point' | 'excel-comma';

/** The last part of a file's address: its name without folder. */
export function addressOf(file: ExportJob['file']): string {
  return file === 'bundle' ? 'all.zip' : file.replace(/^.*\//, '');
}

/** The file of an address; null for any other text. */
export function fileAt(address: string): ExportJob['file'] | null {
  return (['bundle', ...fileNames] as const).find((file) => addressOf(file) === address) ?? null;
}

/** The Excel profile of readers who write numbers in the way of a locale (BCP 47). */
export function excelFor(locale: string): ProfileName {
  return excelProfile(locale, 'UTC').decimalMark === ',' ? 'excel-comma' : 'excel-point';
}

/** What a download's query asks for; whatever it leaves out, or is not known, is as for R and Python. */
export function readStyle(
  query: URLSearchParams,
  timeZone: string,
  randomText: (length: number) => string,
): ExportStyle {
  return {
    profile: profileOf(query.get('for'), timeZone),
    withItems: query.has('items'),
    anonymousBy: query.has('anonymous') ? randomText(32) : null,
  };
}

function profileOf(name: string | null, timeZone: string): CsvProfile {
  if (name === 'excel-comma') return excelProfile('de', timeZone);
  return name === 'excel-point' ? excelProfile('en', timeZone) : standardProfile;
}
