import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { english } from '../messages/english.ts';
import { everyItem } from '../../../tests/items/make-item.ts';
import { seededRandom } from '../quiz/draw.ts';
import AskItem from './AskItem.svelte';
import ReviewItem from './ReviewItem.svelte';
import { rulesFor } from './rules.ts';

describe.each(everyItem.map((item) => [item.type, item] as const))('a %s item', (type, item) => {
  const rules = rulesFor(item);

  it('is asked by native inputs, each with a label', () => {
    const delivered = rules.deliver(item, seededRandom('a'), english.say);
    const { container } = render(AskItem, {
      question: { type, delivered },
      given: {},
      sourceNames: { wire: 'Example Wire' },
    });
    const inputs = [...container.querySelectorAll<HTMLInputElement>('input, select')];
    expect(inputs.length).toBeGreaterThan(0);
    for (const input of inputs) expect(input.labels?.length).toBe(1);
  });

  it('is reviewed with the answer and the key in words', () => {
    const stored = {
      option: 'a',
      options: ['a', 'b'],
      label: 'supported',
      text: '7',
      readings: [7],
      entry: 'seven',
      order: ['b', 'a', 'c'],
      rights: ['b', 'a', 'c'],
      picks: ['b'],
    };
    const response = rules.restore(stored);
    if (!response) throw new Error('Each type finds its own part');
    const delivered = rules.deliver(item, seededRandom('a'), english.say);
    const review = rules.review(item, seededRandom('a'), response, english.say);
    render(ReviewItem, { reviewed: { type, delivered, review }, sourceNames: {} });
    expect(screen.getAllByText(/^Your answer/).length).toBeGreaterThan(0);
    expect(screen.getAllByText(/^Right answer/).length).toBeGreaterThan(0);
  });
});
