import type { Issue } from '../../bank/issue.ts';

/** Faults of one file, each with the item that it belongs to. */
export interface JoinedIssues {
  /** Those above the first item, which concern the whole bank. */
  readonly ofBank: readonly Issue[];
  /** For each item in order, its own. */
  readonly ofItems: readonly (readonly Issue[])[];
}

/** Joins a file's faults to its items by line; an item reaches from its stem to the next one. */
export function joinIssues(issues: readonly Issue[], stemLines: readonly number[]): JoinedIssues {
  const ofItems = stemLines.map((from, index) => {
    const until = stemLines[index + 1] ?? Infinity;
    return issues.filter(({ line }) => line >= from && line < until);
  });
  const first = stemLines[0] ?? Infinity;
  return { ofBank: issues.filter(({ line }) => line < first), ofItems };
}
