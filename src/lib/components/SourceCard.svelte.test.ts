import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { Source, SourceId } from '../passage/source.ts';
import SourceCard from './SourceCard.svelte';

const source: Source = {
  id: 'wire' as SourceId,
  title: 'Storm leaves the valley dark',
  shortName: 'Example Wire',
  publisher: 'Example Wire',
  author: null,
  published: 'a Monday',
  retrieved: null,
  url: null,
  language: 'en',
  licence: null,
  note: 'It was printed twice.',
  mayBeShownWhole: false,
};
const quotations = [
  { segments: [{ text: 'Power is back.', marked: true }], near: false, inContext: null },
];

describe('a source card', () => {
  it('names publisher, title and date as the source gives them, and what was checked', () => {
    render(SourceCard, { evidence: { source, quotations } });
    expect(screen.getByRole('heading', { level: 3 })).toHaveTextContent('Example Wire');
    expect(screen.getByText('Storm leaves the valley dark')).toBeInTheDocument();
    expect(screen.getByText('a Monday').parentElement).toHaveTextContent('Example Wire · a Monday');
    expect(screen.getByText('Checked word for word')).toBeInTheDocument();
    expect(screen.getByText('It was printed twice.')).toBeInTheDocument();
  });

  it('says in place of the tick that a quotation is not proved', () => {
    render(SourceCard, { evidence: { source, quotations }, unproved: 'Not checked yet' });
    expect(screen.getByText('Not checked yet')).toBeInTheDocument();
    expect(screen.queryByText('Checked word for word')).toBeNull();
  });

  it('says what the source does not give', () => {
    const bare = { ...source, publisher: null, published: null, note: null };
    render(SourceCard, { evidence: { source: bare, quotations } });
    expect(screen.getByText('Date not given').parentElement).toHaveTextContent(
      'Publisher not given · Date not given',
    );
  });

  it('says of nearest passages that they do not state it', () => {
    const near = [
      { segments: [{ text: 'Power is back.', marked: false }], near: true, inContext: null },
    ];
    render(SourceCard, { evidence: { source, quotations: near } });
    expect(screen.getByText(/nearest passage; it does not state it/)).toBeInTheDocument();
  });
});
