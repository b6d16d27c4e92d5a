import { isError } from '../../bank/codes.ts';
import { everyWritten } from '../../bank/drafts.ts';
import type { Issue } from '../../bank/issue.ts';
import type { BankFile } from '../../bank/read-bank.ts';
import { isDraft, type WrittenItem } from '../../bank/read-block.ts';
import type { CheckedCollection } from '../../bank/read-collection.ts';
import { english } from '../../messages/english.ts';
import { rulesFor } from '../../item-types/rules.ts';
import type { Item } from '../../quiz/item.ts';
import type { Evidence } from '../../quiz/reveal.ts';
import type { AskedItem } from '../../quiz/item-page.ts';
import { askItem } from '../../item-types/asked-item.ts';
import { comparedEvidence, evidenceOf } from '../../item-types/reveal-item.ts';
import { makeLibrary, type Library } from '../content/library.ts';
import { joinIssues } from './join-issues.ts';
import { unprovedSources, type Unproved } from './unproved-sources.ts';

/** What is said to somebody who answers this. */
export interface PreviewedReply {
  readonly given: string;
  readonly reply: string;
  readonly trap: string | null;
}

/** What the curator sees of an answer when asking for it. */
export interface PreviewedAnswer {
  readonly key: string;
  readonly replies: readonly PreviewedReply[];
  readonly evidence: readonly Evidence[];
  readonly why: readonly string[];
  readonly settle: string | null;
  readonly asOf: string | null;
  readonly searched: readonly string[];
}

/** An item as its author sees it while writing. */
export interface PreviewedItem {
  readonly id: string;
  readonly stem: string;
  readonly kind: string | null;
  /** True for an item that nobody else is shown. */
  readonly isDraft: boolean;
  readonly issues: readonly Issue[];
  readonly compared: readonly Evidence[];
  /** Why what it quotes of a source is not proved, by the source's id. */
  readonly unproved: Readonly<Record<string, Unproved>>;
  /** Null where its faults keep it from being asked. */
  readonly question: AskedItem | null;
  readonly answer: PreviewedAnswer | null;
}

/** A bank as its author sees it while writing, also one that can't be served. */
export interface PreviewedBank {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly language: string;
  readonly introduction: readonly string[];
  readonly issues: readonly Issue[];
  readonly items: readonly PreviewedItem[];
  readonly sourceNames: Readonly<Record<string, string>>;
}

/** A file of the collection in the list of the preview. */
export interface PreviewedFile {
  readonly path: string;
  /** The bank to open; null for a card, the lock, an explainer or a file that can't be read. */
  readonly bank: {
    readonly id: string;
    readonly title: string;
    readonly items: number;
    readonly drafts: number;
  } | null;
  readonly errors: number;
  readonly warnings: number;
  /** Shown in the list where there is no bank to show them in. */
  readonly issues: readonly Issue[];
}

/** Normal while writing: the lock is behind, and nothing is wrong. */
const notLocked = 'E141';

/** Every file that is a bank or has a fault, banks first. */
export function previewedFiles({ files, issues }: CheckedCollection): PreviewedFile[] {
  const banks = new Map(files.map((file) => [file.path, file]));
  const others = issues.map(({ file }) => file).filter((path) => !banks.has(path));
  return [...banks.keys(), ...new Set(others)].map((path) => {
    const file = banks.get(path);
    const own = issues.filter((issue) => issue.file === path && issue.code !== notLocked);
    return {
      path,
      bank: file ? listed(file) : null,
      errors: own.filter(isError).length,
      warnings: own.filter((issue) => !isError(issue)).length,
      issues: file ? [] : own,
    };
  });
}

function listed({ drafts, id, title, written }: BankFile): PreviewedFile['bank'] {
  return { id, title, items: written.length, drafts: drafts.length };
}

/** A bank of this name; null where no file has it. */
export function previewedBank(checked: CheckedCollection, id: string): PreviewedBank | null {
  const file = checked.files.find((each) => each.id === id);
  if (!file) return null;
  const library = makeLibrary(checked);
  const issues = checked.issues.filter((issue) => issue.file === file.path);
  const all = everyWritten(file);
  const stems = all.map(({ block }) => block.stem.place.line);
  const { ofBank, ofItems } = joinIssues(issues, stems);
  return {
    id: file.id,
    title: file.title,
    summary: file.summary,
    language: file.language,
    introduction: file.introduction,
    issues: ofBank,
    items: all.map((written, index) =>
      previewedItem({ library, file, texts: checked.texts }, written, ofItems[index] ?? []),
    ),
    sourceNames: Object.fromEntries(
      [...library.sources.values()].map((source) => [source.id, source.shortName]),
    ),
  };
}

/** What an item is shown with. */
interface ItemSetting {
  readonly library: Library;
  readonly file: BankFile;
  readonly texts: CheckedCollection['texts'];
}

function previewedItem(
  { library, file, texts }: ItemSetting,
  written: WrittenItem,
  issues: readonly Issue[],
): PreviewedItem {
  const known = [...file.items, ...file.drafts].find((each) => each.written === written);
  const item = known?.item ?? null;
  return {
    id: written.block.keys.get('id')?.value ?? '',
    stem: written.block.stem.value,
    kind: item && english.say(`itemType.${item.type}`),
    isDraft: isDraft(written),
    issues,
    compared: item ? comparedEvidence(library, item) : [],
    unproved: unprovedSources(written, issues, texts),
    question: item && askItem(item, `preview/${item.id}`, english.say),
    answer: item && previewedAnswer(library, item, written),
  };
}

function previewedAnswer(library: Library, item: Item, { block }: WrittenItem): PreviewedAnswer {
  const ofOptions = block.options.flatMap(({ text, reply, trap }) =>
    reply ? [{ given: text, reply, trap }] : [],
  );
  const ofOthers = block.expectedWrong.map(({ value, reply, trap }) => ({
    given: value.value,
    reply,
    trap,
  }));
  return {
    key: rulesFor(item).answer(item, english.say),
    replies: [...ofOptions, ...ofOthers],
    evidence: evidenceOf(library, item),
    why: item.why,
    settle: item.settle,
    asOf: item.asOf,
    searched: item.searched.map((id) => library.sources.get(id)?.shortName ?? id),
  };
}
