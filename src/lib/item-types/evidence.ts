import type { ItemBlock, Report } from '../bank/item-block.ts';
import type { Say } from '../messages/say.ts';
import type { Passage } from '../passage/passage.ts';
import type { SourceId } from '../passage/source.ts';
import type { Misreading } from '../quiz/account.ts';
import { drawByText, type Random } from '../quiz/draw.ts';
import { inQuotes } from '../quiz/in-quotes.ts';
import { optionIdAt, type OptionId } from '../quiz/ids.ts';
import { linkWords } from '../quiz/join-words.ts';
import type { Reading } from './contract.ts';
import { refuse } from './fields.ts';

/** A quoted sentence that may be picked as evidence. */
export interface Sentence {
  readonly id: OptionId;
  readonly passage: Passage;
  readonly reply: string | null;
  readonly trap: string | null;
}

/** The part of an item in which evidence is picked. */
export interface Picking {
  readonly sentences: readonly Sentence[];
  /** The most sentences that may be picked, from 1. */
  readonly pick: number;
  /** Sets of sentences each of which is a complete proof (FEVER: evidence groups). */
  readonly groups: readonly (readonly OptionId[])[];
}

/** A sentence for the learner: `value` is its presented number, from 1; nothing of it is marked. */
export interface DeliveredSentence {
  readonly value: string;
  readonly text: string;
  readonly source: SourceId;
}

/** A sentence after scoring, in the presented order. */
export interface ReviewedSentence {
  readonly text: string;
  readonly source: SourceId;
  readonly chosen: boolean;
  readonly isKey: boolean;
}

/** Reads the sentences of an item, how many may be picked, and which of them prove it together. */
export function parsePicking(block: ItemBlock, report: Report): Picking | null {
  const sentences = block.options.flatMap(({ quotation, reply, trap }, index) =>
    quotation ? [{ id: optionIdAt(index), passage: quotation, reply, trap }] : [],
  );
  const written = block.keys.get('pick');
  const pick = Number(written?.value);
  if (!Number.isInteger(pick) || pick < 1 || pick >= block.options.length) {
    const message = `“${written?.value ?? ''}” of ${block.options.length} sentences can’t be picked.`;
    const mend = 'Write `pick: 1`, and more sentences below than may be picked.';
    report('E130', written?.place ?? block.stem.place, message, mend);
    return null;
  }
  reportTwins(block, report);
  reportIdleGroups(block, report);
  const groups = readGroups(block);
  const largest = groups.find((group) => group.length > pick);
  if (groups.length === 0 || largest) {
    const message = largest
      ? `${largest.length} sentences together are the proof, and only ${pick} may be picked.`
      : 'No sentence of this list is marked as the proof.';
    const mend = largest
      ? 'Raise `pick:`, or name proofs that stand alone: `#group a`, `#group b`.'
      : 'Write [x] before it.';
    report('E110', written?.place ?? block.stem.place, message, mend);
    return null;
  }
  if (block.options.every(({ isKey }) => isKey)) {
    const message = 'Every sentence is marked as the proof, so any pick would be right.';
    report('E110', block.stem.place, message, 'Add a sentence that does not prove it.');
  }
  return { sentences, pick, groups };
}

function reportTwins(block: ItemBlock, report: Report): void {
  const texts = block.options.map(({ text }) => text);
  block.options.forEach(({ text, place }, index) => {
    if (texts.indexOf(text) === index) return;
    const message = `The sentence “${text.slice(0, 60)}” stands twice.`;
    report('E111', place, message, 'Delete one of the two.');
  });
}

function reportIdleGroups(block: ItemBlock, report: Report): void {
  for (const { group, isKey, place } of block.options) {
    if (group === null || isKey) continue;
    const message = `The group “${group}” stands at a sentence that is not marked as proof.`;
    report(
      'E109',
      place,
      message,
      `Take out \`#group ${group}\`, or write [x] before the sentence.`,
    );
  }
}

function readGroups(block: ItemBlock): OptionId[][] {
  const groups = new Map<string, OptionId[]>();
  block.options.forEach(({ isKey, group }, index) => {
    if (!isKey) return;
    const name = group ?? '';
    groups.set(name, [...(groups.get(name) ?? []), optionIdAt(index)]);
  });
  return [...groups.values()];
}

export function presentSentences({ sentences }: Picking, random: Random): Sentence[] {
  return drawByText(sentences, ({ passage }) => `${passage.exact}\n${passage.source}`, random);
}

/** The sentences in the order drawn for this learner, named field by field. */
export function deliverSentences(picking: Picking, random: Random): DeliveredSentence[] {
  return presentSentences(picking, random).map(({ passage }, index) => ({
    value: String(index + 1),
    text: passage.exact,
    source: passage.source,
  }));
}

/** The picked sentences in the authored order, or in words why they can't be taken. */
export function readPicks(
  picking: Picking,
  random: Random,
  values: readonly string[],
  say: Say,
): Reading<readonly OptionId[]> {
  const presented = presentSentences(picking, random);
  const chosen = new Set(
    values.map((value) => (/^[1-9]\d?$/.test(value) ? presented[Number(value) - 1] : undefined)),
  );
  if (chosen.has(undefined) || chosen.size < values.length) {
    return refuse(say('answer.notOffered'));
  }
  if (chosen.size > picking.pick) {
    return refuse(say('answer.pickedTooMany', { picked: chosen.size, most: picking.pick }));
  }
  const picked = picking.sentences.filter((sentence) => chosen.has(sentence));
  return { ok: true, response: picked.map(({ id }) => id) };
}

/** True where the picks hold a complete proof and are no more than allowed (FEVER's rule). */
export function provesIt(picking: Picking, picks: readonly OptionId[]): boolean {
  const isWithin = new Set(picks).size <= picking.pick;
  return isWithin && picking.groups.some((group) => group.every((id) => picks.includes(id)));
}

/** Sentences after scoring, in the presented order. */
export function reviewSentences(
  picking: Picking,
  random: Random,
  picks: readonly OptionId[],
): ReviewedSentence[] {
  return presentSentences(picking, random).map(({ id, passage }) => ({
    text: passage.exact,
    source: passage.source,
    chosen: picks.includes(id),
    isKey: isProof(picking, id),
  }));
}

/** What the picked sentences that prove nothing have to say. */
export function mispicksOf(picking: Picking, picks: readonly OptionId[]): Misreading[] {
  return picking.sentences
    .filter(({ id }) => picks.includes(id) && !isProof(picking, id))
    .map(({ passage, reply, trap }) => ({ given: shortened(passage.exact), reply, trap }));
}

function isProof({ groups }: Picking, id: OptionId): boolean {
  return groups.some((group) => group.includes(id));
}

/** The picked sentences in words, each cut to its beginning. */
export function pickedText(picking: Picking, picks: readonly OptionId[], say: Say): string {
  const picked = picking.sentences.filter(({ id }) => picks.includes(id));
  const words = picked.map(({ passage }) => inQuotes(shortened(passage.exact)));
  return linkWords(words, 'list.two', say);
}

/** The first complete proof in words. */
export function proofText(picking: Picking, say: Say): string {
  return pickedText(picking, picking.groups[0] ?? [], say);
}

const longestShown = 80;

/** A sentence's beginning; whole without its full stop, which would stand before another. */
function shortened(text: string): string {
  if (text.length <= longestShown) return text.replace(/\.$/, '');
  const space = text.lastIndexOf(' ', longestShown);
  return `${text.slice(0, space > 0 ? space : longestShown)} …`;
}
