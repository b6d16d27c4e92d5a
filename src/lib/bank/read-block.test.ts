import { describe, expect, it } from 'vitest';
import type { Issue } from './issue.ts';
import { reportInto } from './issue-list.ts';
import { parseMarkdown } from './markdown.ts';
import { readItem, type WrittenItem } from './read-block.ts';

/** Reads the text below `## What happened?`, with every issue that it gives. */
function read(below: string): WrittenItem & { readonly issues: readonly Issue[] } {
  const file = parseMarkdown(`## What happened?\n${below}`);
  const [heading, ...nodes] = file.root.children;
  if (heading?.type !== 'heading') throw new Error('The text does not begin with a heading');
  const issues: Issue[] = [];
  return { ...readItem(file, heading, nodes, reportInto(issues, 'banks/storm.md')), issues };
}

describe('readItem', () => {
  it.each([
    ['( ) options', '- (x) This\n- ( ) That', ['radio']],
    ['[ ] options', '- [x] This\n- [ ] That', ['checkbox']],
    ['a numbered list', '1. This\n2. That', ['order']],
    ['pairs', '- this :: that\n- these :: those', ['pair']],
    ['a number', '= 1200000 +- 50000 people', ['number']],
    ['a negative number', '= −0.14 ± 0.005 %', ['number']],
    ['a number without unit', '= 5.3', ['number']],
    ['a text', '= Grid Agency | the Grid Agency', ['text']],
    ['a text with a figure in it', '= R2 model', ['text']],
    ['a number that is declared a text', 'type: text\n\n= 1984', ['text']],
    ['a verdict', 'verdict: refuted', ['verdict']],
    ['chosen evidence', 'pick: 1\n\n- [x] [wire] This.\n- [ ] [wire] That.', ['checkbox', 'pick']],
    ['nothing', 'Why: so.', []],
  ])('sees the signs of %s', (_what, below, signs) => {
    expect([...read(below).block.signs].sort()).toEqual(signs);
  });

  it('reads options with key, reply and trap', () => {
    const { block, issues } = read(
      '\n- (x) About 480,000\n- ( ) *Twice* as many #trap unit\n  > Those are people,\n  > not homes.\n',
    );
    expect(issues).toEqual([]);
    expect(block.options).toEqual([
      {
        sign: 'radio',
        text: 'About 480,000',
        isKey: true,
        reply: null,
        trap: null,
        quotation: null,
        group: null,
        place: { line: 3, column: 1 },
      },
      {
        sign: 'radio',
        text: 'Twice as many',
        isKey: false,
        reply: 'Those are people, not homes.',
        trap: 'unit',
        quotation: null,
        group: null,
        place: { line: 4, column: 1 },
      },
    ]);
  });

  it('reads boxes that Markdown itself takes for tasks', () => {
    const { block } = read('\n- [X] One\n- [ ] Two\n');
    expect(block.options.map(({ text, isKey }) => [text, isKey])).toEqual([
      ['One', true],
      ['Two', false],
    ]);
  });

  it('reads keys with their places', () => {
    const { block } = read('id: storm\nlevel: recall\nas-of: 3 March: evening\n');
    expect(block.keys.get('level')).toEqual({ value: 'recall', place: { line: 3, column: 1 } });
    expect(block.keys.get('as-of')?.value).toBe('3 March: evening');
  });

  it('reads expected wrong entries, one a line, escapes resolved', () => {
    const { block } = read(
      '\n= 5 %\n\nnot 6: an older\ncount #trap stale\nnot about 7: that is 7 \\* 1.\n',
    );
    expect(block.expectedWrong).toEqual([
      {
        value: { value: '6', place: { line: 5, column: 1 } },
        reply: 'an older count',
        trap: 'stale',
      },
      {
        value: { value: 'about 7', place: { line: 7, column: 1 } },
        reply: 'that is 7 * 1.',
        trap: null,
      },
    ]);
  });

  it('reads what would settle it apart from the explanation', () => {
    const { why, settle } = read('\nWhy: one counts homes.\n\nSettle: the log.\n');
    expect([why, settle]).toEqual([['one counts homes.'], 'the log.']);
    expect(read('\nWhy: one counts homes.\n').settle).toBeNull();
  });

  it('reads every paragraph after Why as explanation', () => {
    expect(read('\nWhy: one counts homes.\n\nThe other counts people.\n').why).toEqual([
      'one counts homes.',
      'The other counts people.',
    ]);
  });

  it('marks each right part only where the author says so', () => {
    expect(read('score: each\n').block.score).toBe('each');
    expect(read('score: all\n').block.score).toBe('all');
    expect(read('id: storm\n').block.score).toBe('all');
  });

  it('passes over comments', () => {
    const { issues } = read('\n<!-- ask again when the count is final -->\n');
    expect(issues).toEqual([]);
  });

  it('keeps several allowances', () => {
    const { allow } = read('allow: W201 one reply is enough\nallow: W207 six villages\n');
    expect(allow.map(({ value }) => value)).toEqual([
      'W201 one reply is enough',
      'W207 six villages',
    ]);
  });
});
