import { codes } from './codes.ts';
import { everyWritten } from './drafts.ts';
import type { Issue, Place } from './issue.ts';
import { fileStart, reportInto } from './issue-list.ts';
import type { BankFile } from './read-bank.ts';
import type { SourceFile } from './read-source.ts';

/** An answered warning: its code holds from one line to another of a file. */
interface Allowance {
  readonly file: string;
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

const form = /^(W\d{3})\s+\S.*$/;

/** Takes out the warnings that an author has answered with a reason; reports answers without one. */
export function applyAllowances(
  issues: readonly Issue[],
  banks: readonly BankFile[],
  sources: readonly SourceFile[],
): Issue[] {
  const faults: Issue[] = [];
  const allowances: Allowance[] = [];
  const add = (file: string, text: string, place: Place, from: number, to: number) => {
    const code = form.exec(text)?.[1];
    if (code !== undefined && code in codes) {
      allowances.push({ file, code, from, to });
      return;
    }
    const message = `“${text}” answers no warning.`;
    reportInto(faults, file)(
      'E130',
      place,
      message,
      'Write the code and the reason: `allow: W202 …`.',
    );
  };
  for (const { path, allow } of sources) {
    for (const text of allow) add(path, text, fileStart, 1, Infinity);
  }
  for (const bank of banks) {
    for (const text of bank.allow) add(bank.path, text, fileStart, 1, 1);
    const written = everyWritten(bank);
    written.forEach(({ allow, block }, index) => {
      const from = block.stem.place.line;
      const next = written[index + 1]?.block.stem.place.line ?? Infinity;
      for (const { value, place } of allow) add(bank.path, value, place, from, next - 1);
    });
  }
  const isAllowed = ({ file, code, line }: Issue) =>
    allowances.some(
      (each) => each.file === file && each.code === code && each.from <= line && line <= each.to,
    );
  const left = allowances.length === 0 ? issues : issues.filter((issue) => !isAllowed(issue));
  return [...left, ...faults];
}
