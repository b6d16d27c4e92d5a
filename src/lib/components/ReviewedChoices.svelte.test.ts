import { render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import ReviewedChoices from './ReviewedChoices.svelte';

it('says in words what became of each choice', () => {
  render(ReviewedChoices, {
    choices: [
      { text: 'chosen and right', chosen: true, isKey: true },
      { text: 'chosen and wrong', chosen: true, isKey: false },
      { text: 'right and left out', chosen: false, isKey: true },
      { text: 'rightly left out', chosen: false, isKey: false },
    ],
  });
  const words = screen
    .getAllByRole('listitem')
    .map((item) => item.textContent?.replace(/\s+/g, ' ').trim());
  expect(words).toEqual([
    'chosen and right Your answer, right',
    'chosen and wrong Your answer, not right',
    'right and left out Right answer',
    'rightly left out',
  ]);
});
