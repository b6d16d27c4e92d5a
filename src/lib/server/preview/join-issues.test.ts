import { describe, expect, it } from 'vitest';
import type { Issue } from '../../bank/issue.ts';
import { joinIssues } from './join-issues.ts';

const at = (line: number): Issue => ({
  file: 'banks/storm.md',
  line,
  column: 1,
  code: 'E101',
  name: 'quote-not-found',
  message: `Line ${line}.`,
  mend: 'Mend it.',
});
const linesOf = (issues: readonly Issue[]) => issues.map(({ line }) => line);

describe('the faults of a file', () => {
  it('belong to the item in whose lines they stand', () => {
    const { ofBank, ofItems } = joinIssues([at(1), at(8), at(12), at(20), at(99)], [8, 20]);
    expect(linesOf(ofBank)).toEqual([1]);
    expect(ofItems.map(linesOf)).toEqual([
      [8, 12],
      [20, 99],
    ]);
  });

  it('all concern the bank where it has no item', () => {
    const { ofBank, ofItems } = joinIssues([at(1), at(7)], []);
    expect(linesOf(ofBank)).toEqual([1, 7]);
    expect(ofItems).toEqual([]);
  });
});
