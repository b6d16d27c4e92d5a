import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Quotation from './Quotation.svelte';

describe('a quotation', () => {
  it('shows every character in order, the decisive words marked', () => {
    const segments = [
      { text: 'Some ', marked: false },
      { text: '480,123 households', marked: true },
      { text: ' were dark.', marked: false },
    ];
    const { container } = render(Quotation, {
      quotation: { segments, near: false, inContext: null },
    });
    const paragraph = container.querySelector('blockquote p');
    const read = paragraph?.cloneNode(true) as HTMLElement;
    read.querySelector('.visually-hidden')?.remove();
    expect(read.textContent?.trim()).toBe('Some 480,123 households were dark.');
    expect(container.querySelector('mark')).toHaveTextContent('480,123 households');
    expect(screen.getByText('The marked words decide.')).toBeInTheDocument();
  });

  it('is in the language of its source, what is said of it in the reader’s', () => {
    const segments = [{ text: 'عادت الكهرباء.', marked: true }];
    const { container } = render(Quotation, {
      quotation: { segments, near: false, inContext: null },
      language: 'ar',
    });
    expect(container.querySelector('blockquote')).toHaveAttribute('lang', 'ar');
    expect(container.querySelector('blockquote')).toHaveAttribute('dir', 'auto');
    const said = screen.getByText('The marked words decide.');
    expect(said).toHaveAttribute('lang', 'en');
    expect(said).toHaveAttribute('dir', 'ltr');
  });

  it('says nothing of marks where there are none', () => {
    const segments = [{ text: 'Power is back.', marked: false }];
    const { container } = render(Quotation, {
      quotation: { segments, near: true, inContext: null },
    });
    expect(container.querySelector('mark')).toBeNull();
    expect(screen.queryByText('The marked words decide.')).toBeNull();
  });
});
