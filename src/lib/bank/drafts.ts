import { codes, isError } from './codes.ts';
import type { Issue, Place } from './issue.ts';
import { fileStart, reportInto } from './issue-list.ts';
import type { BankFile } from './read-bank.ts';
import type { WrittenItem } from './read-block.ts';

/** Lines of a bank’s file that one draft covers. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Where the author marked it. */
  readonly mark: Place;
}

/** Of what a draft still lacks. */
const draftCode = 'W217';
const asked = 'then take out `draft: yes`.';

/** Every item of a bank as written, drafts among them, in the order of the file. */
export function everyWritten({ written, drafts }: BankFile): readonly WrittenItem[] {
  return [...written, ...drafts.map((draft) => draft.written)].toSorted(
    (one, other) => one.block.stem.place.line - other.block.stem.place.line,
  );
}

/** True for a bank of which nothing is ready to be asked. */
export function hasOnlyDrafts({ written, drafts }: BankFile): boolean {
  return drafts.length > 0 && written.length === 0;
}

/**
 * What a draft lacks is no error, for nobody is asked it: it becomes a warning at its place. A draft
 * that lacks nothing is named too, and so is a bank that is not served because it has nothing else.
 */
export function settleDrafts(issues: readonly Issue[], banks: readonly BankFile[]): Issue[] {
  const settled = new Map(banks.map((bank) => [bank.path, stretchesOf(bank)]));
  const hints: Issue[] = [];
  for (const bank of banks) {
    const report = reportInto(hints, bank.path);
    for (const stretch of settled.get(bank.path) ?? []) {
      if (issues.some((issue) => isError(issue) && isWithin(issue, bank.path, stretch))) continue;
      const message = 'This draft has all that an item needs, and is still not asked.';
      report('W218', stretch.mark, message, `Read it beside its article; ${asked}`);
    }
    if (!hasOnlyDrafts(bank)) continue;
    const message = 'Every item of the bank is a draft, so the bank is not served.';
    report('W219', fileStart, message, `Find what one of them lacks; ${asked}`);
  }
  const isDrafts = (issue: Issue) =>
    settled.get(issue.file)?.some((stretch) => isWithin(issue, issue.file, stretch)) ?? false;
  return [
    ...issues.map((issue) => (isError(issue) && isDrafts(issue) ? asWarning(issue) : issue)),
    ...hints,
  ];
}

function stretchesOf(bank: BankFile): Stretch[] {
  const starts = everyWritten(bank).map(({ block }) => block.stem.place.line);
  return bank.drafts.map(({ written: { block } }) => {
    const from = block.stem.place.line;
    const next = starts.find((line) => line > from) ?? Infinity;
    return { from, to: next - 1, mark: block.keys.get('draft')?.place ?? block.stem.place };
  });
}

function isWithin({ file, line }: Issue, path: string, { from, to }: Stretch): boolean {
  return file === path && from <= line && line <= to;
}

function asWarning({ code, name, ...issue }: Issue): Issue {
  return {
    ...issue,
    code: draftCode,
    name: codes[draftCode],
    message: `In a draft, which nobody is asked (${code} ${name}): ${issue.message}`,
    mend: `${issue.mend} Once nothing is missing, take out \`draft: yes\`.`,
  };
}
