import type { Say } from '../../messages/say.ts';
import type { ItemType } from '../../quiz/item.ts';
import type { Carriage, TravelFormat } from './travel-format.ts';

const words: Readonly<Record<Carriage['how'], string>> = {
  lossless: 'all',
  degraded: 'in part',
  'left out': 'left out',
};

/** What no format carries, since nothing outside knows what it means. */
const neverCarried =
  'a bank’s introduction and its marking by certainty, what was corrected after publication, and which of several alike places a passage is quoted from';

/** What each format loses, as Markdown: a table of all types, then the particulars of each format. */
export function lossTable(formats: readonly TravelFormat[], say: Say): string {
  const types = Object.keys(formats[0]?.carries ?? {}) as ItemType[];
  const header = ['', ...formats.map(({ title }) => title)];
  const rows = types.map((type) => [
    type,
    ...formats.map(({ carries }) => words[carries[type].how]),
  ]);
  return [
    '# What each format loses',
    'Written by `tests/formats/travel/loss-table.test.ts` from what the formats say of themselves. `npm run bank -- export` prints it for the bank at hand.',
    aligned([header, ...rows]),
    `“All” means that an item is asked, scored and explained there as here. No format carries ${neverCarried}.`,
    ...formats.map((format) => particulars(format, types, say)),
  ]
    .join('\n\n')
    .concat('\n');
}

function particulars(
  { carries, losses, title }: TravelFormat,
  types: readonly ItemType[],
  say: Say,
): string {
  const ofTypes = types.flatMap((type) => {
    const carriage = carries[type];
    if (carriage.how === 'lossless') return [];
    const lost =
      carriage.how === 'degraded' ? carriage.losses.map(({ what }) => say(what)) : [carriage.why];
    return lost.map((what) => `- **${type}**: ${what}`);
  });
  const ofAll = losses.map(({ what }) => `- ${say(what)}`);
  return [`## ${title}`, [...ofTypes, ...ofAll].join('\n')].join('\n\n');
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_cell, column) =>
    Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [header = [], ...others] = rows;
  const rule = widths.map((width) => '-'.repeat(width));
  return [line(header), line(rule), ...others.map(line)].join('\n');
}
