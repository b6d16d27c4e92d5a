import type { Say } from '../messages/say.ts';
import { seededRandom } from '../quiz/draw.ts';
import type { OptionId } from '../quiz/ids.ts';
import type { TabledOption } from '../quiz/tabled-option.ts';
import { verdictLabels } from '../quiz/verdict-label.ts';
import { presentSentences, type Picking } from './evidence.ts';
import { presentOptions, type Option } from './options.ts';
import type { JudgedClaim } from './verdict-claim.ts';

/** Several ids in one cell of a data file. */
export function writtenIds(ids: readonly string[]): string {
  return ids.join('|');
}

/** Authored choices as data files count them. */
export function tabledOptions(
  options: readonly Option[],
  keys: readonly OptionId[],
): TabledOption[] {
  return options.map(({ id, text, trap }) => ({
    id,
    label: text,
    isKey: keys.includes(id),
    trap,
  }));
}

/** The four verdicts as data files count them. */
export function tabledLabels({ key, replies }: JudgedClaim, say: Say): TabledOption[] {
  return verdictLabels.map((label) => ({
    id: label,
    label: say(`verdict.${label}`),
    isKey: label === key,
    trap: replies.find((reply) => reply.label === label)?.trap ?? null,
  }));
}

/** Sentences that may be picked as data files count them; each that belongs to a proof is a key. */
export function tabledSentences({ groups, sentences }: Picking): TabledOption[] {
  return sentences.map(({ id, passage, trap }) => ({
    id,
    label: passage.exact,
    isKey: groups.some((group) => group.includes(id)),
    trap,
  }));
}

/** The order in which a draw presents authored choices. */
export function optionOrder(options: readonly Option[], seed: string): string {
  return writtenIds(presentOptions(options, seededRandom(seed)).map(({ id }) => id));
}

/** The order in which a draw presents sentences. */
export function sentenceOrder(picking: Picking, seed: string): string {
  return writtenIds(presentSentences(picking, seededRandom(seed)).map(({ id }) => id));
}
