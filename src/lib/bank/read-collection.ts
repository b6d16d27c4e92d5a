import { readSourceText, type SourceText } from '../passage/source-text.ts';
import type { SourceId } from '../passage/source.ts';
import type { Bank } from '../quiz/item.ts';
import { applyAllowances } from './allowances.ts';
import { checkExplainer, toExplainer } from './check-explainer.ts';
import { checkBalance } from './check-balance.ts';
import { checkOptions } from './check-options.ts';
import { checkReferences } from './check-references.ts';
import { checkShares } from './check-shares.ts';
import { checkWording, type FindStatement } from './check-wording.ts';
import { isError } from './codes.ts';
import type { Collection, CollectionFiles, ContentFile } from './collection.ts';
import { everyWritten, hasOnlyDrafts, settleDrafts } from './drafts.ts';
import type { ExplainerFile } from './explainer.ts';
import type { Issue } from './issue.ts';
import { fileStart, reportInto, sortIssues } from './issue-list.ts';
import type { ItemTypeSyntax } from './item-block.ts';
import { emptyLock, type Lock } from './lock.ts';
import { readLock } from './read-lock.ts';
import { indexPhrases } from './phrase-index.ts';
import { proveBank } from './prove-bank.ts';
import { readExplainer } from './read-explainer.ts';
import { readBank, type BankFile } from './read-bank.ts';
import { readSource } from './read-source.ts';

/** A collection with what the checker knows beyond it: for the lock, the table and the preview. */
export interface CheckedCollection extends Collection {
  readonly files: readonly BankFile[];
  readonly texts: ReadonlyMap<SourceId, SourceText>;
  readonly lock: Lock;
}

/** Reads and checks a whole collection; never throws for what an author wrote. */
export function readCollection(
  given: CollectionFiles,
  types: readonly ItemTypeSyntax[],
): CheckedCollection {
  const issues: Issue[] = [];
  const readCard = (file: ContentFile) => readSource(file, reportInto(issues, file.path));
  const sources = given.sources.flatMap((file) => readUnlessTooDeep(file, issues, readCard) ?? []);
  const texts = new Map(
    [...(given.texts ?? [])].map(([id, text]) => [id, readSourceText(text)] as const),
  );
  const lock = readGivenLock(given, issues);
  const readFile = (file: ContentFile) => readBank(file, types, issues);
  const files = given.banks.flatMap((file) => readUnlessTooDeep(file, issues, readFile) ?? []);
  const known = new Set(sources.map(({ source }) => source.id));
  const findStatement = makeFindStatement(texts);
  for (const bank of files) {
    const report = reportInto(issues, bank.path);
    checkReferences(bank, known, issues);
    proveBank(bank, { texts, lock }, issues);
    for (const written of everyWritten(bank)) {
      checkOptions(written, report);
      checkWording(written, findStatement, report);
    }
    checkBalance(bank, issues);
  }
  const explainers = readExplainers(given, files, issues);
  checkShares(files, sources, texts, issues);
  reportLostBanks(files, lock, issues);
  const left = sortIssues(applyAllowances(settleDrafts(issues, files), files, sources));
  const failed = new Set(left.filter(isError).map((issue) => issue.file));
  return {
    banks: servedBanks(files, failed, lock),
    sources: new Map(sources.map(({ source }) => [source.id, source])),
    explainers: explainers.filter(({ path }) => !failed.has(path)).map(toExplainer),
    issues: left,
    files,
    texts,
    lock,
  };
}

function readExplainers(
  given: CollectionFiles,
  files: readonly BankFile[],
  issues: Issue[],
): ExplainerFile[] {
  const read = (file: ContentFile) => readExplainer(file, reportInto(issues, file.path));
  const explainers = given.explainers.flatMap(
    (file) => readUnlessTooDeep(file, issues, read) ?? [],
  );
  for (const explainer of explainers) checkExplainer(explainer, files, issues);
  return explainers;
}

/** Markup inside markup, some thousand times over, is more than a parser's stack holds. */
function readUnlessTooDeep<Value>(
  file: ContentFile,
  issues: Issue[],
  read: (file: ContentFile) => Value | null,
): Value | null {
  try {
    return read(file);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const message = 'The file nests quotations, lists or markup too deeply to be read.';
    const mend = 'Take out the run of >, - or * in which each opens inside the one before.';
    reportInto(issues, file.path)('E119', fileStart, message, mend);
    return null;
  }
}

function readGivenLock(given: CollectionFiles, issues: Issue[]): Lock {
  if (given.lock === null) return emptyLock;
  const lock = readLock(given.lock.text);
  if (lock) return lock;
  const message = 'The lock can’t be read, so it proves nothing.';
  const mend =
    'Take it back from version control; or delete it and lock everything anew, from version 1.';
  reportInto(issues, given.lock.path)('E142', fileStart, message, mend);
  return emptyLock;
}

function makeFindStatement(texts: ReadonlyMap<SourceId, SourceText>): FindStatement {
  const ids = [...texts.keys()];
  const find = indexPhrases([...texts.values()].map(({ normal }) => normal));
  return (phrase) => find(phrase).flatMap((position) => ids[position] ?? []);
}

function reportLostBanks(files: readonly BankFile[], lock: Lock, issues: Issue[]): void {
  const present = new Set<string>(files.map((bank) => bank.id));
  for (const id of Object.keys(lock.banks)) {
    if (present.has(id)) continue;
    const message = `The bank “${id}” has been published and its file is gone.`;
    const mend = `Put banks/${id}.md back, or retire it: \`npm run bank -- lock --retire ${id}\`.`;
    reportInto(issues, 'banks.lock.json')('E120', fileStart, message, mend);
  }
}

function servedBanks(files: readonly BankFile[], failed: ReadonlySet<string>, lock: Lock): Bank[] {
  return files
    .filter((bank) => !failed.has(bank.path) && !hasOnlyDrafts(bank))
    .map((bank) => toBank(bank, lock));
}

function toBank(file: BankFile, lock: Lock): Bank {
  return {
    id: file.id,
    title: file.title,
    summary: file.summary,
    language: file.language,
    marking: file.marking,
    updated: file.updated,
    sources: file.sources,
    introduction: file.introduction,
    items: file.items.map(({ item }) => ({
      ...item,
      version: lock.banks[file.id]?.[item.id]?.version ?? 1,
    })),
  };
}
