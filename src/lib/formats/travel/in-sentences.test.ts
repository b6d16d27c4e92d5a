import { describe, expect, it } from 'vitest';
import { english } from '../../messages/english.ts';
import { everyItem } from '../../../../tests/items/make-item.ts';
import { inSentences } from './in-sentences.ts';
import { itemToQuestion } from './question-of-item.ts';

describe('a question that leaves', () => {
  it.each(everyItem.map((item) => [item.type, item] as const))(
    'says what it says of %s in sentences, and is else the same',
    (_type, item) => {
      const question = itemToQuestion(
        { ...item, why: ['each passage has it.', 'eWEEK has not.'] },
        { sources: new Map(), say: english.say },
      );
      const left = inSentences(question);
      expect(left.why).toEqual(['Each passage has it.', 'eWEEK has not.']);
      expect(JSON.stringify(left).toLowerCase()).toBe(JSON.stringify(question).toLowerCase());
      const replies = [...JSON.stringify(left).matchAll(/"reply":"(.)/g)].map(([, sign]) => sign);
      expect(replies.filter((sign) => /\p{Ll}/u.test(sign ?? ''))).toEqual([]);
    },
  );
});
