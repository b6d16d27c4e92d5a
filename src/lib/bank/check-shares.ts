import { findPassage } from '../passage/find-passage.ts';
import type { Span } from '../passage/passage.ts';
import { distinctLength, type SourceText } from '../passage/source-text.ts';
import type { SourceId } from '../passage/source.ts';
import type { Issue } from './issue.ts';
import { fileStart, reportInto } from './issue-list.ts';
import { evidenceIn, quotationsOf } from './item-block.ts';
import type { BankFile } from './read-bank.ts';
import type { SourceFile } from './read-source.ts';

/** Items from which on shares of sources tell something. */
const enough = 10;
/** Shares of the collection's items that one source should carry. */
const share = { least: 0.08, most: 0.45 };
/** The share of an article's text that the collection may quote. */
const quotedBudget = 0.4;

/** Warns where one source carries too much or too little, or is quoted beyond its budget. */
export function checkShares(
  banks: readonly BankFile[],
  sources: readonly SourceFile[],
  texts: ReadonlyMap<SourceId, SourceText>,
  issues: Issue[],
): void {
  const carried = new Map<SourceId, number>();
  const quoted = new Map<SourceId, Set<string>>();
  let items = 0;
  for (const { block } of banks.flatMap((bank) => bank.written)) {
    items += 1;
    for (const source of new Set(evidenceIn(block).map((passage) => passage.source))) {
      carried.set(source, (carried.get(source) ?? 0) + 1);
    }
    for (const { value } of quotationsOf(block)) {
      const passages = quoted.get(value.source) ?? new Set();
      quoted.set(value.source, passages.add(value.exact));
    }
  }
  for (const { path, source } of sources) {
    const report = reportInto(issues, path);
    const part = (carried.get(source.id) ?? 0) / Math.max(1, items);
    if (items >= enough && (part < share.least || part > share.most)) {
      const message = `${source.id} carries ${percent(part)} of the ${items} items.`;
      const mend = `Keep each source between ${percent(share.least)} and ${percent(share.most)}.`;
      report('W211', fileStart, message, mend);
    }
    const text = texts.get(source.id);
    const used = text ? quotedLength(text, quoted.get(source.id) ?? new Set()) : 0;
    if (text && used > quotedBudget * distinctLength(text)) {
      const message = `The collection quotes ${percent(used / distinctLength(text))} of ${source.id}.`;
      report('W213', fileStart, message, `Quote at most ${percent(quotedBudget)} of it.`);
    }
  }
}

function percent(part: number): string {
  return `${Math.round(part * 100)} %`;
}

/** Characters of a text that stand in at least one passage. */
function quotedLength(text: SourceText, passages: ReadonlySet<string>): number {
  const spans = [...passages]
    .flatMap((exact): Span[] => {
      const found = findPassage(text.normal, exact, 1);
      return found.kind === 'found'
        ? [{ start: found.start, end: found.start + exact.length }]
        : [];
    })
    .sort((one, other) => one.start - other.start);
  let reached = 0;
  let length = 0;
  for (const { start, end } of spans) {
    length += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return length;
}
