import { describe, expect, it } from 'vitest';
import type { Passage } from '../passage/passage.ts';
import type { Issue } from './issue.ts';
import { reportInto } from './issue-list.ts';
import { parseMarkdown } from './markdown.ts';
import { readPassage } from './read-passage.ts';

function read(text: string): { passage: Passage | null; issues: Issue[] } {
  const file = parseMarkdown(text);
  const [node] = file.root.children;
  if (node?.type !== 'blockquote') throw new Error('The text does not begin with a quotation');
  const issues: Issue[] = [];
  const passage = readPassage(file, node, reportInto(issues, 'banks/storm.md'));
  return { passage: passage?.value ?? null, issues };
}

describe('readPassage', () => {
  it('takes the marks out of the quotation and remembers the decisive words', () => {
    const { passage, issues } = read('> [wire] ==Some 480,000 homes== were ==dark==.');
    expect(issues).toEqual([]);
    expect(passage).toEqual({
      source: 'wire',
      exact: 'Some 480,000 homes were dark.',
      marks: [
        { start: 0, end: 18 },
        { start: 24, end: 28 },
      ],
      occurrence: null,
      near: false,
    });
  });

  it.each([
    [
      'escaped signs of Markdown',
      String.raw`R\& D \*now\* \[sic\] 5\_000 \#1`,
      'R& D *now* [sic] 5_000 #1',
    ],
    [
      'signs that need no escape',
      'R& D @Alibaba_Qwen 2 * 3 (x) $5',
      'R& D @Alibaba_Qwen 2 * 3 (x) $5',
    ],
    ['an escaped character reference', String.raw`fish \&amp; chips`, 'fish &amp; chips'],
    ['curly quotes, dashes and odd spacing', '“new” – 5. 3% — ’s', '“new” – 5. 3% — ’s'],
    ['the bars of a table row', '| Ford | 11 hours |', '| Ford | 11 hours |'],
    ['lines as one', 'one\n> two', 'one two'],
  ])('keeps %s', (_what, written, exact) => {
    const { passage, issues } = read(`> [wire] ${written}`);
    expect(issues).toEqual([]);
    expect(passage?.exact).toBe(exact);
  });

  it('reads the place that is meant and the sign of a nearest passage', () => {
    const { passage } = read('> [wire 2] Roads were closed. #near');
    expect(passage).toMatchObject({ occurrence: 2, near: true, exact: 'Roads were closed.' });
  });

  it('takes an escaped #near for a part of the quotation', () => {
    expect(read('> [wire] Posted as #near-miss.').passage?.near).toBe(false);
  });

  it.each([
    ['emphasis', '> [wire] So *said* they.', 13],
    ['strong words', '> [wire] So **said** they.', 13],
    ['code', '> [wire] So `said` they.', 13],
    ['a link', '> [wire] So [said](x) they.', 13],
    ['a bare address', '> [wire] So www.example.com said.', 13],
    ['HTML', '> [wire] So <b>said they.', 13],
    ['a struck word', '> [wire] So ~~said~~ they.', 13],
    ['a backslash at the end of a line', '> [wire] So\\\n> they.', 12],
  ])('points at %s', (_what, text, column) => {
    const { passage, issues } = read(text);
    expect(passage).toBeNull();
    expect(issues.map((issue) => [issue.code, issue.line, issue.column])).toEqual([
      ['E107', 1, column],
    ]);
  });

  it('points at every piece of markup, on its own line', () => {
    const { issues } = read('> [wire] So *said* they\n> of &nbsp; and `that`.');
    expect(issues.map(({ line, column }) => [line, column])).toEqual([
      [1, 13],
      [2, 6],
      [2, 17],
    ]);
  });
});
