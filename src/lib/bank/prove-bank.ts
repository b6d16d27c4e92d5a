import { digestOf } from '../passage/digest.ts';
import { findPassage } from '../passage/find-passage.ts';
import { firstDifference } from '../passage/first-difference.ts';
import { nearestSentence } from '../passage/nearest-sentence.ts';
import type { Passage } from '../passage/passage.ts';
import { isWhole, type SourceText } from '../passage/source-text.ts';
import type { SourceId } from '../passage/source.ts';
import type { ItemId } from '../quiz/ids.ts';
import type { Issue } from './issue.ts';
import { fileStart, reportInto, type FileReport } from './issue-list.ts';
import { quotationsOf, type Located } from './item-block.ts';
import { meaningOf, recordOf, type Lock, type LockedItem, type LockedPassage } from './lock.ts';
import type { BankFile } from './read-bank.ts';
import type { WrittenItem } from './read-block.ts';

/** What a proof is made against. */
export interface Proofs {
  /** The articles at hand; a source that is missing here is proved by the lock. */
  readonly texts: ReadonlyMap<SourceId, SourceText>;
  readonly lock: Lock;
}

const lockMend = 'Run `npm run bank -- lock` with SOURCES_DIR set, and commit banks.lock.json.';
const lieMend = `Find out who changed banks.lock.json. ${lockMend}`;

/** Stands for a passage of which the lock of an unchanged item says nothing. */
const missing: LockedPassage = { source: '' as SourceId, digest: '', start: -1 };

/** Proves every passage of a bank against its article, or else against the lock. */
export function proveBank(bank: BankFile, proofs: Proofs, issues: Issue[]): void {
  const report = reportInto(issues, bank.path);
  const locked = proofs.lock.banks[bank.id] ?? recordOf<LockedItem>([]);
  for (const source of bank.sources) {
    const text = proofs.texts.get(source);
    const known = proofs.lock.sources[source];
    if (!text || !known) continue;
    if (text.digest !== known.digest) {
      const message = `The text of ${source} is not the one that was locked.`;
      report('E103', fileStart, message, `See whether its passages still hold. ${lockMend}`);
    } else if (text.normal.length !== known.length) {
      const message = `The lock gives ${source} a length that its text does not have.`;
      report('E140', fileStart, message, lieMend);
    }
  }
  const present = new Set<string>();
  for (const written of bank.written) {
    const id = written.block.keys.get('id')?.value ?? '';
    present.add(id);
    proveItem(written, locked[id as ItemId], proofs, report);
  }
  for (const { written } of bank.drafts) proveDraft(written, proofs, report);
  const drafts = new Set(bank.drafts.map(({ written }) => written.block.keys.get('id')?.value));
  for (const id of Object.keys(locked)) {
    if (present.has(id)) continue;
    const isDraft = drafts.has(id);
    const message = `The item “${id}” has been published and is ${isDraft ? 'a draft now' : 'gone'}; answers to it would lose their question.`;
    const back = isDraft ? 'Take out its `draft: yes`' : 'Put it back under its id';
    const mend = `${back}, or retire it: \`npm run bank -- lock --retire ${bank.id}/${id}\`.`;
    report('E120', fileStart, message, mend);
  }
}

/** A draft is never locked, so only an article at hand can prove what it quotes. */
function proveDraft({ block }: WrittenItem, proofs: Proofs, report: FileReport): void {
  for (const passage of quotationsOf(block)) {
    const text = proofs.texts.get(passage.value.source);
    if (text) proveByText(passage, text, null, proofs, report);
  }
}

function proveItem(
  written: WrittenItem,
  locked: LockedItem | undefined,
  proofs: Proofs,
  report: FileReport,
): void {
  const { stem } = written.block;
  const isLocked = locked?.digest === meaningOf(written);
  if (!isLocked) {
    const message = locked
      ? 'The item is not as it was locked.'
      : 'The item has not been locked yet.';
    report('E141', stem.place, message, lockMend);
  }
  quotationsOf(written.block).forEach((passage, index) => {
    const text = proofs.texts.get(passage.value.source);
    const before = isLocked ? (locked.passages[index] ?? missing) : null;
    if (text) proveByText(passage, text, before, proofs, report);
    else proveByLock(passage, locked, report);
  });
}

function proveByText(
  { value, place }: Located<Passage>,
  text: SourceText,
  locked: LockedPassage | null,
  proofs: Proofs,
  report: FileReport,
): void {
  const found = findPassage(text.normal, value.exact, value.occurrence);
  if (found.kind === 'absent') {
    report(
      'E101',
      place,
      `This quotation is not in ${value.source}. ${nearestWords(value, text)}`,
      absentMend,
    );
    return;
  }
  if (found.kind === 'ambiguous') {
    const times = found.count === 1 ? 'once' : `${found.count} times, among different sentences`;
    const mend =
      found.count === 1
        ? `Take the number out: \`> [${value.source}] …\`.`
        : `Say which is meant, from 1 to ${found.count}: \`> [${value.source} 2] …\`.`;
    report('E102', place, `This quotation stands ${times} in ${value.source}.`, mend);
    return;
  }
  const isSameText = proofs.lock.sources[value.source]?.digest === text.digest;
  if (locked && isSameText) {
    const isTrue = locked.start === found.start && locked.digest === digestOf(value.exact);
    if (!isTrue) {
      const message = `The lock says of this quotation what ${value.source} does not bear out.`;
      report('E140', place, message, lieMend);
    }
  }
  if (!isWhole(text, { start: found.start, end: found.start + value.exact.length })) {
    const message = 'The quotation begins or ends inside a sentence.';
    report('W214', place, message, 'Quote whole sentences, table rows or list entries.');
  }
}

const absentMend = 'Copy the sentence from the article, to the character.';

function nearestWords(value: Passage, text: SourceText): string {
  const nearest = nearestSentence(text, value.exact);
  if (!nearest || nearest.likeness < 0.3) return 'No sentence there is like it.';
  const difference = firstDifference(value.exact, nearest.text);
  const percent = Math.min(99, Math.floor(nearest.likeness * 100));
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
