import type { ItemBlock, Report } from '../bank/item-block.ts';
import type { Say } from '../messages/say.ts';
import type { Misreading } from '../quiz/account.ts';
import { drawByText, type Random } from '../quiz/draw.ts';
import { inQuotes } from '../quiz/in-quotes.ts';
import { joinWords } from '../quiz/join-words.ts';
import { optionIdAt, type OptionId } from '../quiz/ids.ts';

/** A choice as its author wrote it. */
export interface Option {
  readonly id: OptionId;
  readonly text: string;
  readonly reply: string | null;
  readonly trap: string | null;
}

/** A choice as the learner gets it: `value` is its number in the presented order, from 1. */
export interface DeliveredOption {
  readonly value: string;
  readonly text: string;
}

/** A choice after scoring, in the presented order. */
export interface ReviewedOption {
  readonly text: string;
  readonly chosen: boolean;
  readonly isKey: boolean;
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Reads an item's list of choices; reports doubled choices and lists of fewer than two. */
export function parseOptions(block: ItemBlock, report: Report): Option[] {
  const seen = new Map<string, string>();
  for (const line of block.options) {
    const twin = seen.get(folded(line.text));
    if (twin !== undefined) {
      const message = `The option “${line.text}” stands twice, so one answer could be right and wrong.`;
      report('E111', line.place, message, 'Delete one of the two, or word them apart.');
    }
    seen.set(folded(line.text), line.text);
  }
  if (block.options.length < 2) {
    const message = 'A choice needs at least two options.';
    report('E110', block.stem.place, message, 'Add the options that a misreader would choose.');
  }
  return block.options.map((line, index) => ({
    id: optionIdAt(index),
    text: line.text,
    reply: line.reply,
    trap: line.trap,
  }));
}

/** The ids of the options that the author ticked. */
export function keyedIds(block: ItemBlock): OptionId[] {
  return block.options.flatMap((line, index) => (line.isKey ? [optionIdAt(index)] : []));
}

/** The options in the order drawn for this learner. */
export function presentOptions(options: readonly Option[], random: Random): Option[] {
  return drawByText(options, ({ text }) => text, random);
}

/** Options for the learner, named field by field: nothing else of them leaves the server. */
export function deliverOptions(options: readonly Option[], random: Random): DeliveredOption[] {
  return presentOptions(options, random).map((option, index) => ({
    value: String(index + 1),
    text: option.text,
  }));
}

/** The option that a posted value stands for in this draw; null for a value that was not offered. */
export function optionOf(
  options: readonly Option[],
  random: Random,
): (value: string) => Option | null {
  const presented = presentOptions(options, random);
  return (value) => (/^[1-9]\d{0,2}$/.test(value) ? (presented[Number(value) - 1] ?? null) : null);
}

/** Options after scoring, in the presented order. */
export function reviewOptions(
  options: readonly Option[],
  random: Random,
  chosen: readonly OptionId[],
  keys: readonly OptionId[],
): ReviewedOption[] {
  return presentOptions(options, random).map((option) => ({
    text: option.text,
    chosen: chosen.includes(option.id),
    isKey: keys.includes(option.id),
  }));
}

/** What the wrong ones among the chosen options have to say. */
export function misreadingsOf(
  options: readonly Option[],
  chosen: readonly OptionId[],
  keys: readonly OptionId[],
): Misreading[] {
  return options
    .filter((option) => chosen.includes(option.id) && !keys.includes(option.id))
    .map((option) => ({ given: option.text, reply: option.reply, trap: option.trap }));
}

/** The texts of these options, quoted and joined for a sentence. */
export function optionTexts(
  options: readonly Option[],
  ids: readonly OptionId[],
  say: Say,
): string {
  const chosen = options.filter((option) => ids.includes(option.id));
  const words = chosen.map((option) => inQuotes(option.text));
  return joinWords(words, say);
}

/** True where a stored value is a list of texts. */
export function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((member) => typeof member === 'string');
}
