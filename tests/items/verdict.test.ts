import { describe, expect, it } from 'vitest';
import { english } from '../../src/lib/messages/english.ts';
import { verdict } from '../../src/lib/item-types/verdict/verdict.ts';
import { verdictLabels } from '../../src/lib/quiz/verdict-label.ts';
import { makeItem } from './make-item.ts';

describe('a verdict item', () => {
  it('offers the four labels in the same order, whatever the draw', () => {
    const { options } = verdict.deliver(makeItem('verdict'), Math.random, english.say);
    expect(options.map(({ text }) => text)).toEqual([
      'Supported',
      'Contradicted',
      'Not stated',
      'Sources disagree',
    ]);
  });

  it('says what its author wrote to a wrong label', () => {
    const { misreadings } = verdict.account(
      makeItem('verdict'),
      { label: 'supported' },
      english.say,
    );
    expect(misreadings).toEqual([{ given: 'Supported', reply: 'zqreply0', trap: 'zqtrap0' }]);
  });

  it('has something true to say to every wrong label whose author wrote nothing', () => {
    for (const key of verdictLabels) {
      const item = makeItem('verdict', { key, replies: [] });
      for (const label of verdictLabels.filter((each) => each !== key)) {
        const { misreadings } = verdict.account(item, { label }, english.say);
        expect(misreadings[0]?.reply).toMatch(/\w{3}.*\.$/);
      }
      expect(verdict.account(item, { label: key }, english.say).misreadings).toEqual([]);
    }
  });
});
