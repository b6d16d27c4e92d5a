import type { TravelQuestion } from '../../../src/lib/formats/travel/question.ts';

/** Texts that a careless writer of files would spoil, or be spoiled by; each is told as it is. */
export const hostileTexts: readonly string[] = [
  '<b>bold</b> & “quoted” "plain" \'single\'',
  ']]> <![CDATA[ <!-- --> <?xml version="1.0"?>',
  '&lt; &amp; &#60; &nbsp; &#0;',
  '~ = # { } : \\ % $CATEGORY: ::title::',
  '</qti-prompt></script><script>alert(1)</script>',
  '{say, select, other {x}} {0} ${x}',
  'नमस्ते 日本語 العربية עברית 👩‍👩‍👧 𝒳',
  '=HYPERLINK("http://example.invalid/")',
  '../../etc/passwd',
  `${'long '.repeat(400)}end`,
];

/** Texts of which not everything can be kept in XML. */
export const unkeptTexts: readonly string[] = [
  'bell \u0007, null \u0000, escape \u001B, next line \u0085',
  'half of a pair \uD83D, and \uFFFE \uFFFF',
  'e\u0301 put together, \u212B too',
  'two\nlines\r\nor\tthree',
];

const textFields = new Set([
  ...['stem', 'text', 'reply', 'left', 'right', 'exact', 'attribution', 'why', 'settle', 'asOf'],
  ...['variants', 'unit'],
]);

/** A question every text of which is this one, numbered so that no two are alike; nothing is marked. */
export function withTexts(question: TravelQuestion, text: string): TravelQuestion {
  let number = 0;
  const walk = (value: unknown, name: string): unknown => {
    if (name === 'marks') return [];
    if (typeof value === 'string') return textFields.has(name) ? `${text} ${(number += 1)}` : value;
    if (Array.isArray(value)) return value.map((each) => walk(each, name));
    if (value === null || typeof value !== 'object') return value;
    const entries = Object.entries(value).map(([key, each]) => [key, walk(each, key)]);
    return Object.fromEntries(entries) as unknown;
  };
  return walk(question, '') as TravelQuestion;
}
