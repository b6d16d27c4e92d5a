import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { ItemId, LearnerId } from '../../quiz/ids';
import PupilsTable from './PupilsTable.svelte';

const item = { stem: 'How long?', isDropped: false, nRight: 1, n: 1 };
const items = [
  { ...item, id: 'repairs' as ItemId, position: 1 },
  { ...item, id: 'schools' as ItemId, position: 2, isDropped: true },
];
const row = {
  id: `lrn_${'a'.repeat(26)}` as LearnerId,
  name: '=cmd|A1',
  status: 'completed' as const,
  countedNo: 2,
  grade: { points: 1.5, maxPoints: 2, percent: 75 },
  bias: { side: 'over' as const, value: 0.124 },
  marks: ['partly', 'none', 'corrected'] as const,
};
const props = {
  rows: [row],
  items,
  sort: { by: 'percent', isDescending: true },
  isNamed: false,
  base: '/teach/assignments/asg_1',
};

describe('the table of learners and questions', () => {
  it('says in words what its signs and figures mean', () => {
    render(PupilsTable, props);
    const line = screen.getByRole('row', { name: /=cmd/ });
    const cells = within(line)
      .getAllByRole('cell')
      .map((cell) => cell.textContent?.trim());
    expect(cells).toEqual([
      '75%',
      '1.5 / 2',
      'finished',
      '2',
      '12% too sure',
      '◐Partly right',
      'does not count',
      '✓*Full points by a correction',
    ]);
  });

  it('sorts by links, the other way round where it is sorted so, and keeps names off', () => {
    render(PupilsTable, props);
    const percent = screen.getByRole('link', { name: 'Sort by Percent' });
    expect(percent).toHaveAttribute('href', '?sort=percent&names=off');
    expect(percent.closest('th')).toHaveAttribute('aria-sort', 'descending');
    expect(screen.getByRole('link', { name: 'Sort by Learner' })).toHaveAttribute(
      'href',
      '?sort=name&names=off',
    );
    expect(screen.getByRole('link', { name: '=cmd|A1' })).toHaveAttribute(
      'href',
      `${props.base}/results/${row.id}?names=off`,
    );
  });

  it('leads from each question to its analysis', () => {
    render(PupilsTable, { ...props, isNamed: true });
    expect(
      screen.getByRole('link', { name: 'Question 1: 1 of 1 with full points. Its analysis.' }),
    ).toHaveAttribute('href', `${props.base}/items/repairs`);
  });
});
