import type { Issue } from './issue.ts';

/** A fault as one line: place, code and name, what is wrong, how to mend it. */
export function describeIssue(issue: Issue): string {
  const { file, line, column, code, name, message, mend } = issue;
  return `${file}:${line}:${column} ${code} ${name}  ${message} ${mend}`;
}
