import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import TakeAway from './TakeAway.svelte';

function take(text: string) {
  render(TakeAway, {
    kind: 'link',
    text,
    download: null,
    mail: 'mailto:',
    edition: null,
    origin: 'https://quiz.example',
    isOnlyHere: false,
    framers: null,
  });
}

describe('the link that a course builder takes away', () => {
  it('stands as a square beside its text', () => {
    take('https://quiz.example/banks/storm');
    expect(screen.getByRole('img')).toHaveAccessibleName(/quiz\.example\/banks\/storm/);
    expect(screen.getByText(/^The square holds the same address/)).toBeInTheDocument();
  });

  it.each([600, 4000])('is no square where a camera could not read it: %i signs', (length) => {
    take(`https://quiz.example/embed/storm?items=${'repairs,'.repeat(length / 8)}`);
    expect(screen.queryByRole('img')).toBeNull();
    expect(screen.getByText(/^The address is too long for a square/)).toBeInTheDocument();
  });
});
