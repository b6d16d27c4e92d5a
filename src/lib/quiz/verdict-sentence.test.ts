import { describe, expect, it } from 'vitest';
import { english } from '../messages/english.ts';
import type { Account } from './account.ts';
import type { Grade } from './outcome.ts';
import type { VerdictLabel } from './verdict-label.ts';
import { verdictSentence, type Manner } from './verdict-sentence.ts';

function account(part: Partial<Account> = {}): Account {
  return { answer: '“Zhou Hao”', given: '“Binyuan Hui”', misreadings: [], ...part };
}

function sentenceOf(
  grade: Grade,
  given: Account,
  sources: readonly string[],
  manner: Manner = 'stated',
): string {
  return verdictSentence(grade, given, { sources, manner }, english.say);
}

describe('the sentence of a reveal', () => {
  it.each<[Grade, string]>([
    ['right', 'Right: “Zhou Hao”, according to Qwen Shock.'],
    ['partly', 'Partly right: the answer is “Zhou Hao”, according to Qwen Shock.'],
    ['wrong', 'Not right: the answer is “Zhou Hao”, according to Qwen Shock.'],
  ])('says grade, answer and source of a %s answer', (grade, sentence) => {
    expect(sentenceOf(grade, account(), ['Qwen Shock'])).toBe(sentence);
  });

  it('does not put into a source’s mouth what follows from it', () => {
    expect(sentenceOf('right', account(), ['eWEEK'], 'shown')).toBe(
      'Right: “Zhou Hao”, as shown by eWEEK.',
    );
  });

  it('names several sources, or none', () => {
    const names = ['Example Wire', 'the Daily', 'the Post'];
    expect(sentenceOf('right', account(), names)).toContain(
      'according to Example Wire, the Daily and the Post.',
    );
    expect(sentenceOf('right', account(), [])).toBe('Right: “Zhou Hao”.');
  });

  it.each<[VerdictLabel, string]>([
    ['supported', 'Right: the claim is supported by eWEEK.'],
    ['refuted', 'Right: the claim is contradicted by eWEEK.'],
    ['not-stated', 'Right: no source searched states the claim.'],
    ['conflicting', 'Right: the sources disagree: eWEEK.'],
  ])('speaks of the claim where it is %s', (claim, sentence) => {
    expect(sentenceOf('right', account({ claim: { key: claim, given: claim } }), ['eWEEK'])).toBe(
      sentence,
    );
  });

  it('says what was answered where the verdict was missed', () => {
    const missed = account({ claim: { key: 'refuted', given: 'supported' } });
    expect(sentenceOf('wrong', missed, ['eWEEK'])).toBe(
      'Not right: the claim is contradicted by eWEEK; you answered “Supported”.',
    );
  });

  it('says what a partly right answer lacks', () => {
    const partly = account({ shortfall: '2 of 3 pairs are right' });
    expect(sentenceOf('partly', partly, ['eWEEK'])).toMatch(/; 2 of 3 pairs are right\.$/);
    const claim = { key: 'refuted', given: 'refuted' } as const;
    const joint = account({ claim, shortfall: 'what you picked does not prove it' });
    expect(sentenceOf('partly', joint, ['eWEEK'])).toBe(
      'Partly right: the claim is contradicted by eWEEK; what you picked does not prove it.',
    );
  });

  it('tells an answer that is too long for a sentence in brief', () => {
    const long = account({ answer: 'a'.repeat(121), brief: 'the order shown with the question' });
    expect(sentenceOf('wrong', long, [])).toBe(
      'Not right: the answer is the order shown with the question.',
    );
    expect(sentenceOf('right', account({ brief: 'the order' }), [])).not.toContain('the order');
  });
});
