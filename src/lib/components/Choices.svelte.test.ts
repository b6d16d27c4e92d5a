import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import Choices from './Choices.svelte';

const choices = [
  { value: '1', text: 'Until Tuesday' },
  { value: '2', text: 'Until Friday' },
];

describe('choices', () => {
  it('are native radio buttons without a preset', () => {
    render(Choices, { kind: 'radio', name: 'choice', choices, given: [] });
    const buttons = screen.getAllByRole('radio');
    expect(buttons).toHaveLength(2);
    expect(buttons.every((button) => !(button as HTMLInputElement).checked)).toBe(true);
  });

  it('show again what was sent before', () => {
    render(Choices, { kind: 'checkbox', name: 'choice', choices, given: ['2'] });
    expect(screen.getByLabelText('Until Friday')).toBeChecked();
    expect(screen.getByLabelText('Until Tuesday')).not.toBeChecked();
  });

  it('are chosen by a click on their words', async () => {
    render(Choices, { kind: 'radio', name: 'choice', choices, given: [] });
    await userEvent.click(screen.getByText('Until Friday'));
    expect(screen.getByLabelText('Until Friday')).toBeChecked();
  });
});
