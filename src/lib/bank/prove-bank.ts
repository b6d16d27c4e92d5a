import { digestOf } from '../passage/digest.ts';
import { findPassage } from '../passage/find-passage.ts';
import { firstDifference } from '../passage/first-difference.ts';
import { nearestSentence } from '../passage/nearest-sentence.ts';
import type { Passage } from '../passage/passage.ts';
import { isWhole, type SourceText } from '../passage/source-text.ts';
import type { SourceId } from '../passage/source.ts';
import type { Issue } from './issue.ts';
import { fileStart, reportInto, type FileReport } from './issue-list.ts';
import type { Located } from './item-block.ts';
import { meaningOf, type Lock, type LockedItem, type LockedPassage } from './lock.ts';
import type { BankFile } from './read-bank.ts';
import type { TypedItem } from './type-item.ts';

/** What a proof is made against. */
export interface Proofs {
  /** The articles at hand; a source that is missing here is proved by the lock. */
  readonly texts: ReadonlyMap<SourceId, SourceText>;
  readonly lock: Lock;
}

const lockMend = 'Run `npm run bank -- lock` with SOURCES_DIR set, and commit banks.lock.json.';

/** Proves every passage of a bank against its article, or else against the lock. */
export function proveBank(bank: BankFile, proofs: Proofs, issues: Issue[]): void {
  const report = reportInto(issues, bank.path);
  const locked = proofs.lock.banks[bank.id] ?? {};
  for (const source of bank.sources) {
    const text = proofs.texts.get(source);
    const known = proofs.lock.sources[source];
    if (text && known && text.digest !== known.digest) {
      const message = `The text of ${source} is not the one that was locked.`;
      report('E103', fileStart, message, `See whether its passages still hold. ${lockMend}`);
    }
  }
  for (const typed of bank.items) {
    const before = Object.hasOwn(locked, typed.item.id) ? locked[typed.item.id] : undefined;
    proveItem(typed, before, proofs, report);
  }
  const present = new Set(bank.written.map(({ block }) => block.keys.get('id')?.value));
  for (const id of Object.keys(locked)) {
    if (present.has(id)) continue;
    const message = `The item “${id}” has been published and is gone; answers to it would lose their question.`;
    const mend = `Put it back under its id, or retire it: \`npm run bank -- lock --retire ${bank.id}/${id}\`.`;
    report('E120', fileStart, message, mend);
  }
}

function proveItem(
  { item, written }: TypedItem,
  locked: LockedItem | undefined,
  proofs: Proofs,
  report: FileReport,
): void {
  const { passages, stem } = written.block;
  const isLocked = locked?.digest === meaningOf(written);
  if (!isLocked) {
    const message = locked
      ? `The item “${item.id}” is not as it was locked.`
      : `The item “${item.id}” has not been locked yet.`;
    report('E141', stem.place, message, lockMend);
  }
  passages.forEach((passage, index) => {
    const text = proofs.texts.get(passage.value.source);
    const before = isLocked ? locked.passages[index] : undefined;
    if (text) proveByText(passage, text, before, proofs, report);
    else proveByLock(passage, locked, report);
  });
}

function proveByText(
  { value, place }: Located<Passage>,
  text: SourceText,
  locked: LockedPassage | undefined,
  proofs: Proofs,
  report: FileReport,
): void {
  const found = findPassage(text.normal, value.exact, value.occurrence);
  if (found.kind === 'absent') {
    report('E101', place, `This quotation is not in ${value.source}. ${nearestWords(value, text)}`, absentMend);
    return;
  }
  if (found.kind === 'ambiguous') {
    const message = `This quotation stands ${found.count} times in ${value.source}, among different sentences.`;
    report('E102', place, message, `Say which is meant: \`> [${value.source} 2] …\`.`);
    return;
  }
  const isSameText = proofs.lock.sources[value.source]?.digest === text.digest;
  if (locked && isSameText) {
    const isTrue = locked.start === found.start && locked.digest === digestOf(value.exact);
    if (!isTrue) {
      const message = `The lock says of this quotation what ${value.source} does not bear out.`;
      report('E140', place, message, `Find out who changed banks.lock.json. ${lockMend}`);
    }
  }
  if (!isWhole(text, { start: found.start, end: found.start + value.exact.length })) {
    const message = 'The quotation begins or ends inside a sentence.';
    report('W214', place, message, 'Quote whole sentences, table rows or list entries.');
  }
}

const absentMend = 'Copy the sentence from the article, to the character.';

function nearestWords(value: Passage, text: SourceText): string {
  const nearest = nearestSentence(text.normal, value.exact);
  if (!nearest || nearest.likeness < 0.3) return 'No sentence there is like it.';
  const difference = firstDifference(value.exact, nearest.text);
  const percent = Math.floor(nearest.likeness * 100);
  const detail = difference
    ? ` Here “${difference.written}” stands for “${difference.printed}”.`
    : '';
  return `Closest (${percent} %): “${nearest.text}”${detail}`;
}

function proveByLock(
  { value, place }: Located<Passage>,
  locked: LockedItem | undefined,
  report: FileReport,
): void {
  const digest = digestOf(value.exact);
  const isProved = locked?.passages.some(
    (passage) => passage.source === value.source && passage.digest === digest,
  );
  if (isProved || !locked) return;
  const message = `This quotation is not the one that was locked, and the text of ${value.source} is not at hand to prove it.`;
  report('E141', place, message, lockMend);
}
