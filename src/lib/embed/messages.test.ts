import { describe, expect, it } from 'vitest';
import { isHello, readEmbedMessage, type EmbedMessage } from './messages.ts';

const messages: readonly EmbedMessage[] = [
  { verbatim: 1, type: 'ready', bank: 'storm', title: 'After the storm', total: 11 },
  { verbatim: 1, type: 'resize', height: 512 },
  {
    verbatim: 1,
    type: 'answered',
    item: 'repairs',
    correct: true,
    points: 1,
    maxPoints: 1,
    position: 1,
    total: 11,
  },
  { verbatim: 1, type: 'completed', score: 83.33, passed: true, points: 10, maxPoints: 12 },
  { verbatim: 1, type: 'completed', score: 0, passed: null, points: 0, maxPoints: 12 },
  { verbatim: 1, type: 'turned', top: 96 },
];

describe('a message of an embed', () => {
  it.each(messages.map((message) => [message.type, message] as const))(
    'is read: %s',
    (_type, message) => {
      expect(readEmbedMessage(message)).toEqual(message);
    },
  );

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a text', '{"verbatim":1,"type":"resize","height":512}'],
    ['another’s', { type: 'resize', height: 512 }],
    ['another version', { verbatim: 2, type: 'resize', height: 512 }],
    ['an unknown type', { verbatim: 1, type: 'navigate', to: '/' }],
    ['a height in words', { verbatim: 1, type: 'resize', height: '512' }],
    ['no number', { verbatim: 1, type: 'resize', height: NaN }],
    ['no end', { verbatim: 1, type: 'resize', height: Infinity }],
    ['a field missing', { ...messages[2], item: undefined }],
    ['passed in words', { ...messages[3], passed: 'yes' }],
  ])('is not read where it is %s', (_name, data) => {
    expect(readEmbedMessage(data)).toBeNull();
  });
});

describe('a greeting', () => {
  it('is known by its stamp and type', () => {
    expect(isHello({ verbatim: 1, type: 'hello' })).toBe(true);
    expect(isHello({ type: 'hello' })).toBe(false);
    expect(isHello('hello')).toBe(false);
  });
});
