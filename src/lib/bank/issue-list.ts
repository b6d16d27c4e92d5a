import { codes, type Code } from './codes.ts';
import type { Issue, Place } from './issue.ts';

/** Reports a fault of one file. */
export type FileReport = (code: Code, place: Place, message: string, mend: string) => void;

/** Where a fault of a whole file is shown. */
export const fileStart: Place = { line: 1, column: 1 };

/** Collects the faults of one file into a common list. */
export function reportInto(issues: Issue[], file: string): FileReport {
  return (code, place, message, mend) => {
    const { line, column } = place;
    issues.push({ file, line, column, code, name: codes[code], message, mend });
  };
}

/** By file, then by place, then by code: the order in which an author reads. */
export function sortIssues(issues: readonly Issue[]): Issue[] {
  return [...issues].sort(
    (one, other) =>
      compareText(one.file, other.file) ||
      one.line - other.line ||
      one.column - other.column ||
      compareText(one.code, other.code),
  );
}

function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
