import { describe, expect, it } from 'vitest';
import { verdict } from '../../src/lib/item-types/verdict/verdict.ts';
import { verdictLabels } from '../../src/lib/quiz/verdict-label.ts';
import { makeItem } from './make-item.ts';

describe('a verdict item', () => {
  it('offers the four labels in the same order, whatever the draw', () => {
    const { options } = verdict.deliver(makeItem('verdict'), Math.random);
    expect(options.map(({ text }) => text)).toEqual([
      'Supported',
      'Contradicted',
      'Not stated',
      'Sources disagree',
    ]);
  });

  it('says what its author wrote to a wrong label', () => {
    const { misreadings } = verdict.account(makeItem('verdict'), { label: 'supported' });
    expect(misreadings).toEqual([{ given: 'Supported', reply: 'zqreply0', trap: 'zqtrap0' }]);
  });

  it('has something true to say to every wrong label whose author wrote nothing', () => {
    for (const key of verdictLabels) {
      const item = makeItem('verdict', { key, replies: [] });
      for (const label of verdictLabels.filter((each) => each !== key)) {
        const { misreadings } = verdict.account(item, { label });
        expect(misreadings[0]?.reply).toMatch(/\w{3}.*\.$/);
      }
      expect(verdict.account(item, { label: key }).misreadings).toEqual([]);
    }
  });
});
