import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codes, isError } from '../../src/lib/bank/codes.ts';
import { articles, check, head, soundItem } from './collection-of.ts';
import { sound, soundLock } from './message-case.ts';

/** Pieces of the format, and of what else Markdown and YAML know, to be put together by chance. */
const pieces = [
  ...['\n', '\n\n', '---\n', '## ', '# ', '> ', '> [wire] ', '> [wire 2] ', '- ', '  > ', '1. '],
  ...['- (x) ', '- ( ) ', '- [x] ', '- [ ] ', '= ', '= 5 +- 1 %\n', 'a :: b\n', 'not 5: no\n'],
  ...['id: storm\n', 'level: recall\n', 'verdict: refuted\n', 'pick: 1\n', 'compare: wire\n'],
  ...[
    'draft: yes\n',
    'allow: W201 so\n',
    'searched: wire, daily\n',
    'score: each\n',
    'constructor: x\n',
  ],
  ...['Why: because.\n', '==', '#near', '#trap unit', '…', '&amp;', '\\', '`', '*', '_', '<b>'],
  ...['[a]: b\n', '![', '](', '| a | b |\n| - | - |\n', '```\n', '<!-- ', ' -->', '[^1]', '~~~\n'],
  ...[
    'title: [',
    'sources: [wire]\n',
    '"',
    '{',
    '}',
    '\t',
    '\0',
    '\uFEFF',
    '\u2028',
    'ﬁ',
    'e\u0301',
  ],
  ...['Roads were closed.', 'Officials warned', '480,000', 'wire', soundItem],
];

const text = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 8 })), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''));

const bankText = fc.oneof(
  text,
  text.map((body) => `${head}\n${body}`),
  text.map((front) => `---\n${front}\n---\n${soundItem}`),
);

describe('reading whatever an author wrote', () => {
  it('never throws, and sends the author to a place that is there', () => {
    fc.assert(
      fc.property(bankText, text, (bank, card) => {
        const { issues } = check({ banks: { storm: bank }, sources: { wire: card, daily: card } });
        for (const issue of issues) {
          const written = issue.file.startsWith('banks/') ? bank : card;
          expect(codes).toHaveProperty(issue.code, issue.name);
          expect(issue.line).toBeGreaterThanOrEqual(1);
          expect(issue.line).toBeLessThanOrEqual(written.split(/\r\n?|\n/).length + 1);
          expect(issue.column).toBeGreaterThanOrEqual(1);
          expect(issue.message).not.toBe('');
          expect(issue.mend).not.toBe('');
        }
      }),
      { numRuns: 400 },
    );
  });

  it('serves a bank exactly where it has an item and no error', () => {
    fc.assert(
      fc.property(bankText, (bank) => {
        const { banks, files, issues } = check({ banks: { storm: bank } });
        const isFaulty = issues.some((issue) => isError(issue) && issue.file === 'banks/storm.md');
        const isReady = files.some(({ written }) => written.length > 0);
        expect(banks).toHaveLength(isReady && !isFaulty ? 1 : 0);
      }),
    );
  });

  it('takes a lock for a lock only where all of it is one', () => {
    const mangled = fc
      .tuple(fc.nat(soundLock.length), fc.nat(40), fc.constantFrom('', '{}', 'null', '[]', '-1'))
      .map(([at, length, put]) => soundLock.slice(0, at) + put + soundLock.slice(at + length));
    fc.assert(
      fc.property(fc.oneof(mangled, fc.json()), (lock) => {
        const { banks } = check({ ...sound, texts: null, lock });
        expect(banks.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 400 },
    );
  });

  it('takes any text for an article', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (article) => {
        const texts = { ...articles, wire: article };
        expect(check({ ...sound, texts, lock: soundLock }).banks).toHaveLength(0);
      }),
    );
  });
});
