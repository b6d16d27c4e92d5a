import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { Reveal as RevealModel } from '../quiz/reveal.ts';
import Reveal from './Reveal.svelte';

function makeReveal(part: Partial<RevealModel> = {}): RevealModel {
  return {
    grade: 'wrong',
    sentence: 'Not right: the answer is “two”, according to Example Wire.',
    points: 0,
    maxPoints: 1,
    evidence: [],
    misreadings: [{ given: 'one', reply: 'That counts people.', trap: 'unit' }],
    why: ['The passage names it.'],
    settle: null,
    asOf: null,
    remark: null,
    searched: [],
    ...part,
  };
}

describe('a reveal', () => {
  it('can take the focus at its verdict', () => {
    render(Reveal, { reveal: makeReveal() });
    const verdict = screen.getByRole('heading', { level: 2 });
    expect(verdict).toHaveTextContent(/^Not right: the answer is “two”/);
    expect(verdict).toHaveAttribute('tabindex', '-1');
    expect(verdict).toHaveAttribute('id', 'verdict');
  });

  it('puts its headings below the one that it stands under', () => {
    render(Reveal, { reveal: makeReveal(), level: 4 });
    const levels = screen.getAllByRole('heading').map(({ tagName }) => tagName);
    expect(levels).toEqual(['H4', 'H5', 'H5']);
  });

  it('names the misreading and explains', () => {
    render(Reveal, { reveal: makeReveal() });
    expect(screen.getByText('Why not “one”')).toBeInTheDocument();
    expect(screen.getByText('That counts people.')).toBeInTheDocument();
    expect(screen.getByText('Misreading: unit')).toBeInTheDocument();
    expect(screen.getByText('The passage names it.')).toBeInTheDocument();
  });

  it('says how much a partly right answer earned, and of which day a fact is', () => {
    render(Reveal, {
      reveal: makeReveal({ grade: 'partly', points: 2 / 3, asOf: 'June 2025', misreadings: [] }),
    });
    expect(screen.getByText('0.67 of 1 point')).toBeInTheDocument();
    expect(screen.getByText('As of June 2025.')).toBeInTheDocument();
  });
});
