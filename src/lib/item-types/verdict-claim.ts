import { evidenceIn, type ItemBlock, type Report } from '../bank/item-block.ts';
import type { Say } from '../messages/say.ts';
import type { Misreading } from '../quiz/account.ts';
import { readVerdictLabel, verdictLabels, type VerdictLabel } from '../quiz/verdict-label.ts';
import type { Reading } from './contract.ts';
import { defaultReply } from './default-replies.ts';
import { isRecord, refuse } from './fields.ts';
import type { DeliveredOption, ReviewedOption } from './options.ts';

/** What the author says to a learner who chose this wrong label. */
export interface VerdictReply {
  readonly label: VerdictLabel;
  readonly reply: string;
  readonly trap: string | null;
}

/** A claim with its right label. */
export interface JudgedClaim {
  readonly key: VerdictLabel;
  readonly replies: readonly VerdictReply[];
}

const labelsInWords = 'supported, refuted, not stated, conflicting';

/** Reads the label of a claim, and replies to the labels that are wrong. */
export function parseVerdict(block: ItemBlock, report: Report): JudgedClaim | null {
  const written = block.keys.get('verdict');
  const key = written ? readVerdictLabel(written.value) : null;
  if (!written || key === null) {
    const message = `“${written?.value ?? ''}” is no verdict.`;
    report('E130', written?.place ?? block.stem.place, message, `Write one of: ${labelsInWords}.`);
    return null;
  }
  checkEvidence(block, key, report);
  return { key, replies: readReplies(block, key, report) };
}

function checkEvidence(block: ItemBlock, key: VerdictLabel, report: Report): void {
  const place = block.keys.get('verdict')?.place ?? block.stem.place;
  const proving = evidenceIn(block).filter(({ near }) => !near).length;
  if (key === 'not-stated' && !block.keys.has('searched')) {
    const message = 'A “not stated” verdict does not say which sources were searched.';
    report('E113', place, message, 'Add a line `searched: source, source`.');
  }
  const needed = { supported: 1, refuted: 1, conflicting: 2, 'not-stated': 0 }[key];
  if (proving < needed) {
    const message =
      needed === 2
        ? 'A “conflicting” verdict needs the two passages that disagree.'
        : `A “${key}” verdict has no passage that proves it.`;
    report('E115', place, message, 'Quote it below: `> [source] The sentence.`');
  }
}

function readReplies(block: ItemBlock, key: VerdictLabel, report: Report): VerdictReply[] {
  return block.expectedWrong.flatMap((wrong) => {
    const label = readVerdictLabel(wrong.value.value);
    if (label !== null && label !== key) {
      return [{ label, reply: wrong.reply, trap: wrong.trap }];
    }
    const message =
      label === null
        ? `“${wrong.value.value}” is no verdict, so nobody can choose it.`
        : `“${wrong.value.value}” is the right verdict, so it needs no reply to a mistake.`;
    report('E130', wrong.value.place, message, `Write one of the other labels: ${labelsInWords}.`);
    return [];
  });
}

/** What a wrong label has to say: the author's reply, or one that is true by definition. */
export function misreadLabel(claim: JudgedClaim, chosen: VerdictLabel, say: Say): Misreading {
  const written = claim.replies.find(({ label }) => label === chosen);
  return {
    given: say(`verdict.${chosen}`),
    reply: written?.reply ?? defaultReply(claim.key, chosen, say),
    trap: written?.trap ?? null,
  };
}

/** The four labels for the learner, always in the same order. */
export function deliverLabels(say: Say): DeliveredOption[] {
  return verdictLabels.map((label) => ({ value: label, text: say(`verdict.${label}`) }));
}

/** Reads the values of a `verdict` field: one label, and none but those offered. */
export function readLabel([value, ...more]: readonly string[], say: Say): Reading<VerdictLabel> {
  if (value === undefined) return refuse(say('answer.nothingChosen'));
  const label = verdictLabels.find((known) => known === value);
  return label && more.length === 0
    ? { ok: true, response: label }
    : refuse(say('answer.notOffered'));
}

/** The label of a stored response; null where it has none. */
export function restoreLabel(stored: unknown): VerdictLabel | null {
  const label = isRecord(stored) ? stored['label'] : null;
  return typeof label === 'string' ? readVerdictLabel(label) : null;
}

/** The four labels after scoring. */
export function reviewLabels(
  { key }: JudgedClaim,
  chosen: VerdictLabel,
  say: Say,
): ReviewedOption[] {
  return verdictLabels.map((label) => ({
    text: say(`verdict.${label}`),
    chosen: label === chosen,
    isKey: label === key,
  }));
}
