import { isSlug, type SourceId } from '../passage/source.ts';
import type { ItemId } from '../quiz/ids.ts';
import { isDay, type Correction } from '../quiz/correction.ts';
import { levels, type Item, type Level } from '../quiz/item.ts';
import type { FileReport } from './issue-list.ts';
import { evidenceIn, type ItemBlock, type ItemTypeSyntax, type Sign } from './item-block.ts';
import type { WrittenItem } from './read-block.ts';
import { commonKeys } from './read-keys.ts';

/** An item with its type's own part read, and what it was written as. Its version is still 0. */
export interface TypedItem {
  readonly item: Item;
  readonly written: WrittenItem;
}

/** An item that is marked as a draft. */
export interface DraftItem {
  readonly written: WrittenItem;
  /** What could be asked, for its author to look at; null where its type can't read it. */
  readonly item: Item | null;
}

/** What an item is read with: the types that there are, and its bank's language. */
interface ItemSetting {
  readonly types: readonly ItemTypeSyntax[];
  readonly language: string;
}

const signWords: Readonly<Record<Sign, string>> = {
  radio: '( ) options',
  checkbox: '[ ] options',
  order: 'a numbered list',
  pair: '“a :: b” pairs',
  number: 'a number after =',
  text: 'a text after =',
  verdict: 'a verdict',
  pick: 'pick',
};

/** Reads what every item has, finds its type by its signs, and lets the type read its own part. */
export function typeItem(
  written: WrittenItem,
  { types, language }: ItemSetting,
  report: FileReport,
  levelUnlessSaid: Level | null = null,
): TypedItem | null {
  const { block } = written;
  reportMissingParts(written, report);
  const id = readId(block, report);
  const level = readLevel(block, report) ?? levelUnlessSaid;
  const compare = readCompare(block, report);
  const type = findType(block, types, report);
  if (!type) return null;
  reportUnknownKeys(block, type, report);
  const authored = type.parse(block, report);
  if (!authored || !id || !level) return null;
  const item = {
    id,
    type: type.type,
    version: 0,
    language,
    stem: block.stem.value,
    level,
    passages: evidenceIn(block),
    compare,
    searched: namesIn(block, 'searched'),
    why: written.why,
    settle: written.settle,
    asOf: block.keys.get('as-of')?.value ?? null,
    corrections: readCorrections(written, report),
    ...authored,
  };
  return { item: item as Item, written };
}

/** Reads a draft as far as that goes: without a level it can still be looked at. */
export function typeDraft(
  written: WrittenItem,
  setting: ItemSetting,
  report: FileReport,
): DraftItem {
  const item = typeItem(written, setting, report, 'recall')?.item ?? null;
  return { written, item };
}

/** Reads `corrected: 2026-03-20 What was put right.` lines, the oldest first. */
function readCorrections({ corrected }: WrittenItem, report: FileReport): Correction[] {
  const corrections = corrected.flatMap(({ value, place }) => {
    const [, on = '', what = ''] = /^(\d{4}-\d\d-\d\d)(?:\s+(\S.*))?$/.exec(value) ?? [];
    const message = faultOfCorrection(value, on, what);
    if (message === null) return [{ on, what }];
    report('E131', place, message, 'Write `corrected: 2026-03-20 What was put right.`');
    return [];
  });
  return corrections.toSorted((one, other) => (one.on < other.on ? -1 : 1));
}

function faultOfCorrection(written: string, on: string, what: string): string | null {
  if (on === '') return `“${written.slice(0, 40)}” does not begin with the day of the correction.`;
  if (!isDay(on)) return `“${on}” is no day of the calendar.`;
  return what === '' ? `The correction of ${on} says no word of what was put right.` : null;
}

function reportMissingParts({ block, why }: WrittenItem, report: FileReport): void {
  const { place, value: stem } = block.stem;
  if (stem === '') {
    const message = 'The item has no stem, so nobody knows what is asked.';
    report('E118', place, message, 'Write the question or the claim behind `## `.');
  }
  if (why.length === 0) {
    const message = 'The item does not explain its answer.';
    report('E118', place, message, 'Add a paragraph that begins with `Why:`.');
  }
  if (block.passages.length === 0 && !block.signs.has('pick')) {
    const message = 'The item quotes no passage, so nothing shows its answer.';
    report('E118', place, message, 'Quote the sentence: `> [source] The sentence.`');
  }
}

function namesIn(block: ItemBlock, key: string): SourceId[] {
  const names = block.keys.get(key)?.value.split(',') ?? [];
  return names.map((name) => name.trim()).filter(Boolean) as SourceId[];
}

function readId(block: ItemBlock, report: FileReport): ItemId | null {
  const id = block.keys.get('id');
  if (id && isSlug(id.value)) return id.value as ItemId;
  const message = id ? `“${id.value}” can’t be an id.` : 'The item has no id.';
  const mend = 'Write `id:` right below the stem, in a-z, 0-9 and -, beginning with a letter.';
  report('E120', id?.place ?? block.stem.place, message, mend);
  return null;
}

function readLevel(block: ItemBlock, report: FileReport): Level | null {
  const written = block.keys.get('level');
  const level = levels.find((known) => known === written?.value);
  if (level) return level;
  const message = written ? `“${written.value}” is no level.` : 'The item has no level.';
  const mend = `Write \`level:\` with one of: ${levels.join(', ')}.`;
  report(written ? 'E130' : 'E118', written?.place ?? block.stem.place, message, mend);
  return null;
}

function readCompare(block: ItemBlock, report: FileReport): SourceId[] {
  const written = block.keys.get('compare');
  if (!written) return [];
  const names = namesIn(block, 'compare');
  if (new Set(names).size < 2) {
    const message = 'A comparison names fewer than two sources.';
    report('E114', written.place, message, 'Name both: `compare: source, source`.');
  }
  for (const name of names) {
    if (evidenceIn(block).some(({ source }) => source === name)) continue;
    const message = `The comparison names “${name}” and quotes nothing from it.`;
    report('E114', written.place, message, `Add a passage: \`> [${name}] The sentence.\``);
  }
  return names;
}

function findType(
  block: ItemBlock,
  types: readonly ItemTypeSyntax[],
  report: FileReport,
): ItemTypeSyntax | null {
  const { signs } = block;
  const type = types.find(
    (known) => known.signs.length === signs.size && known.signs.every((sign) => signs.has(sign)),
  );
  if (type) return type;
  const words = [...signs].map((sign) => signWords[sign]).join(' and ');
  const message = words
    ? `No item type is written with ${words}${signs.size > 1 ? ' together' : ''}.`
    : 'The item has no options, no = line and no verdict, so it can’t be answered.';
  report(
    'E117',
    block.stem.place,
    message,
    'Keep the signs of one type; see docs/writing-a-bank.md.',
  );
  return null;
}

function reportUnknownKeys(block: ItemBlock, type: ItemTypeSyntax, report: FileReport): void {
  const known = [...commonKeys, ...type.keys];
  for (const [key, { value, place }] of block.keys) {
    if (!known.includes(key)) {
      const message = `“${key}” is no key of a ${type.type} item.`;
      report('E130', place, message, `Use: ${known.join(', ')}.`);
    } else if (key === 'score' && value !== 'all' && value !== 'each') {
      report(
        'E130',
        place,
        `“${value}” is no way to score.`,
        'Write `score: all` or `score: each`.',
      );
    } else if (key === 'draft' && value !== 'yes') {
      const message = `The item is a draft whatever stands behind \`draft:\`, also “${value}”.`;
      report('E130', place, message, 'Write `draft: yes`.');
    }
  }
}
