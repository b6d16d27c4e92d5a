/** How a CSV file is written, for one kind of reader. Always UTF-8, quoted by RFC 4180. */
export interface CsvProfile {
  readonly separator: ',' | ';';
  readonly decimalMark: '.' | ',';
  readonly lineEnd: '\n' | '\r\n';
  /** Excel takes a file without it for one of its own code pages. */
  readonly hasByteOrderMark: boolean;
  /** IANA zone in whose time instants are written; null writes ISO 8601 in UTC. */
  readonly timeZone: string | null;
}

/** For R, Python and everybody else. */
export const standardProfile: CsvProfile = {
  separator: ',',
  decimalMark: '.',
  lineEnd: '\n',
  hasByteOrderMark: false,
  timeZone: null,
};

/** For the importers of Moodle, Canvas and Google Sheets; times in class time. */
export function lmsProfile(timeZone: string): CsvProfile {
  return { ...standardProfile, timeZone };
}

/**
 * For Excel set to a locale (BCP 47): where a comma divides off decimals, a semicolon separates
 * cells. Times in class time, since Excel keeps `T…Z` as text.
 */
export function excelProfile(locale: string, timeZone: string): CsvProfile {
  const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(0.5);
  const hasComma = parts.some(({ type, value }) => type === 'decimal' && value === ',');
  return {
    separator: hasComma ? ';' : ',',
    decimalMark: hasComma ? ',' : '.',
    lineEnd: '\r\n',
    hasByteOrderMark: true,
    timeZone,
  };
}
