import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import PickQuiz from './PickQuiz.svelte';

it('adds what is ticked where Enter is pressed in a field', async () => {
  const bank = { id: 'storm', title: 'After the storm', summary: '', language: 'en', items: [] };
  render(PickQuiz, { page: { session: '', isMultiple: true, banks: [bank], only: null } });
  const pressed: (string | null | undefined)[] = [];
  document.addEventListener('submit', (event) => {
    event.preventDefault();
    pressed.push(event.submitter?.getAttribute('formaction'));
  });
  await userEvent.type(screen.getByLabelText(/pass mark/i), '80{Enter}');
  expect(pressed).toEqual([null]);
});
