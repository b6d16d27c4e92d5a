import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from '../../src/lib/messages/english.ts';
import { provesIt } from '../../src/lib/item-types/evidence.ts';
import { evidenceSelect } from '../../src/lib/item-types/evidence-select/evidence-select.ts';
import { verdictWithEvidence } from '../../src/lib/item-types/verdict-with-evidence/verdict-with-evidence.ts';
import { seededRandom } from '../../src/lib/quiz/draw.ts';
import type { OptionId } from '../../src/lib/quiz/ids.ts';
import type { VerdictLabel } from '../../src/lib/quiz/verdict-label.ts';
import { verdictLabels } from '../../src/lib/quiz/verdict-label.ts';
import { fieldsOf, makeItem, makeSentences } from './make-item.ts';

const ids = (letters: string) => [...letters] as OptionId[];

/** `a` and `b` prove it together, `c` proves it alone, `d` proves nothing. Two may be picked. */
const picking = {
  sentences: makeSentences('one', 'two', 'three', 'four'),
  pick: 2,
  groups: [ids('ab'), ids('c')],
};
const item = makeItem('verdict-with-evidence', { key: 'supported', ...picking });
const pointsFor = (label: VerdictLabel, picks: string) =>
  verdictWithEvidence.score(item, { label, picks: ids(picks) }).points;

describe('verdict and evidence together', () => {
  it.each<[string, VerdictLabel, string, number]>([
    ['the right verdict and a whole group', 'supported', 'ab', 2],
    ['the right verdict and the other group', 'supported', 'c', 2],
    ['a whole group and a sentence beside it', 'supported', 'cd', 2],
    ['the right verdict and half a group', 'supported', 'a', 1],
    ['the right verdict and halves of nothing', 'supported', 'ad', 1],
    ['the right verdict and no evidence', 'supported', 'd', 1],
    ['the right verdict and more picks than allowed', 'supported', 'abc', 1],
    ['another verdict and a whole group', 'refuted', 'ab', 0],
    ['another verdict and nothing', 'not-stated', '', 0],
  ])('earn for %s', (_what, label, picks, points) => {
    expect(pointsFor(label, picks)).toBe(points);
  });

  it('earn the same whatever the order of the picks, and never more by a pick too many', () => {
    const somePicks = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'));
    fc.assert(
      fc.property(fc.constantFrom(...verdictLabels), somePicks, (label, picks) => {
        const points = pointsFor(label, picks.join(''));
        expect([0, 1, 2]).toContain(points);
        expect(pointsFor(label, picks.toReversed().join(''))).toBe(points);
        if (picks.length > picking.pick) expect(points).toBeLessThan(2);
        if (label !== item.key) expect(points).toBe(0);
      }),
    );
  });

  it('say of a half right answer what it lacks', () => {
    const account = verdictWithEvidence.account(
      item,
      { label: 'supported', picks: ids('d') },
      english.say,
    );
    expect(account.shortfall).toContain('what you picked does not prove it');
    expect(account.misreadings).toMatchObject([{ given: 'four', reply: 'zqreply3' }]);
  });

  it('take “None of these” for no pick', () => {
    const none = { verdict: ['not-stated'], pick: [''] };
    expect(read(none)).toEqual({ ok: true, response: { label: 'not-stated', picks: [] } });
    expect(read({ ...none, verdict: ['supported'] })).toMatchObject({ ok: false });
  });

  const read = (record: Readonly<Record<string, readonly string[]>>) =>
    verdictWithEvidence.read(item, seededRandom('a'), fieldsOf(record), english.say);

  it.each<[string, Readonly<Record<string, readonly string[]>>, RegExp]>([
    ['no verdict', { pick: ['1'] }, /^Choose an answer first/],
    ['no evidence', { verdict: ['supported'] }, /^Pick also what shows/],
    ['more picks than allowed', { verdict: ['supported'], pick: ['1', '2', '3'] }, /^3 sentences/],
    ['the same pick twice', { verdict: ['supported'], pick: ['1', '1'] }, /not one of this/],
    ['a sentence that is not there', { verdict: ['supported'], pick: ['5'] }, /not one of this/],
    ['two verdicts', { verdict: ['supported', 'refuted'], pick: ['1'] }, /not one of this/],
  ])('refuse %s in words', (_what, record, words) => {
    expect(read(record)).toMatchObject({
      ok: false,
      message: expect.stringMatching(words) as string,
    });
  });

  it('take “not stated” without a sentence', () => {
    expect(read({ verdict: ['not-stated'] })).toEqual({
      ok: true,
      response: { label: 'not-stated', picks: [] },
    });
  });
});

describe('picking the evidence', () => {
  const pickItem = makeItem('evidence-select', picking);

  it('is right with a whole group within the picks allowed, else not', () => {
    const points = ['ab', 'c', 'cd', 'a', 'd', 'abc', ''].map(
      (picks) => evidenceSelect.score(pickItem, { picks: ids(picks) }).points,
    );
    expect(points).toEqual([1, 1, 1, 0, 0, 0, 0]);
  });

  it('counts a sentence once, however often it is stored', () => {
    expect(provesIt(picking, ids('ccc'))).toBe(true);
    expect(provesIt(picking, ids('aaa'))).toBe(false);
  });

  it.each([
    ['with spaces', 'word '.repeat(30).trim(), `“${'word '.repeat(16).trim()} …”`],
    ['without a space', '字'.repeat(100), `“${'字'.repeat(80)} …”`],
  ])('tells a long sentence %s by its beginning', (_how, sentence, told) => {
    const long = makeItem('evidence-select', { ...picking, sentences: makeSentences(sentence) });
    expect(evidenceSelect.account(long, { picks: ids('a') }, english.say).given).toBe(told);
  });

  it('delivers sentences without their marks', () => {
    const delivered = evidenceSelect.deliver(pickItem, seededRandom('a'), english.say);
    for (const sentence of delivered.sentences) {
      expect(Object.keys(sentence).toSorted()).toEqual(['source', 'text', 'value']);
    }
  });
});
