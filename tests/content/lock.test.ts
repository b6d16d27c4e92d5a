import { describe, expect, it } from 'vitest';
import type { Lock } from '../../src/lib/bank/lock.ts';
import { writeLock } from '../../src/lib/bank/lock.ts';
import { makeLock } from '../../src/lib/bank/make-lock.ts';
import { isError } from '../../src/lib/bank/codes.ts';
import type { BankId, ItemId } from '../../src/lib/quiz/ids.ts';
import { articles, check, soundItem, type Given } from './collection-of.ts';
import { bank, sound, soundLock } from './message-case.ts';

const anew = { isMinor: false, retire: [] };

function lockedItem(lock: Lock, id = 'repairs') {
  return lock.banks['storm' as BankId]?.[id as ItemId];
}

function changed(from: string, to: string): Given {
  return { ...bank(soundItem.replace(from, to)), lock: soundLock };
}

function errorsOf(given: Given): string[] {
  return check(given)
    .issues.filter(isError)
    .map(({ code }) => code);
}

describe('a lock', () => {
  it('notes digest and length of each text, and the place of each passage', () => {
    const { lock, texts } = check({ ...sound, lock: soundLock });
    const wire = [...texts.values()][0];
    expect(Object.values(lock.sources)[0]).toMatchObject({
      digest: expect.stringMatching(/^[\da-f]{32}$/),
      length: expect.any(Number),
    });
    const start = lockedItem(lock)?.passages[0]?.start ?? -1;
    expect(wire?.normal.slice(start).startsWith('Officials warned')).toBe(true);
  });

  it('stands in for the texts where they are not at hand', () => {
    const { banks, issues } = check({ ...sound, lock: soundLock, texts: null });
    expect(issues).toEqual([]);
    expect(banks).toHaveLength(1);
  });

  it.each([
    ['a character of a quotation', 'Officials', 'officials'],
    ['a quotation mark', 'Officials warned', '“Officials” warned'],
    ['the key', '(x) Until Tuesday\n- ( ) Until Friday', '( ) Until Tuesday\n- (x) Until Friday'],
    ['an option', 'Until Friday', 'Until Sunday'],
    ['the stem', 'How long', 'Until when'],
    ['the source of a quotation', '> [wire]', '> [daily]'],
  ])('shows, without the texts, that %s was changed', (_what, from, to) => {
    expect(errorsOf({ ...changed(from, to), texts: null })).toContain('E141');
  });

  it.each([
    ['a reply', 'No report names a Friday.', 'Friday is named nowhere.'],
    ['the explanation', 'Why: the', 'Why: one sees it in the text, the'],
    ['the decisive words', '==until Tuesday==', 'until ==Tuesday=='],
  ])('holds when %s is bettered', (_what, from, to) => {
    expect(errorsOf(changed(from, to))).toEqual([]);
  });

  it('raises the version of an item whose meaning changed, and no other', () => {
    const other = soundItem.replace('id: repairs', 'id: again');
    const before = writeLock(makeLock(check(bank(soundItem, other)), anew));
    const after = { ...bank(soundItem.replace('Friday\n', 'Sunday\n'), other), lock: before };
    const lock = makeLock(check(after), anew);
    expect(lockedItem(lock)?.version).toBe(2);
    expect(lockedItem(lock, 'again')?.version).toBe(1);
    expect(check({ ...after, lock: writeLock(lock) }).banks[0]?.items[0]?.version).toBe(2);
  });

  it('keeps the version where only a slip of the pen was mended', () => {
    const given = changed('Until Friday\n', 'Until  friday\n');
    const lock = makeLock(check(given), { isMinor: true, retire: [] });
    expect(lockedItem(lock)?.version).toBe(1);
    expect(errorsOf({ ...given, lock: writeLock(lock) })).toEqual([]);
  });

  it('is the same text when nothing changed', () => {
    expect(writeLock(makeLock(check({ ...sound, lock: soundLock }), anew))).toBe(soundLock);
  });

  it('lets a published item go only when it is retired', () => {
    const given = { ...bank(soundItem.replace('id: repairs', 'id: other')), lock: soundLock };
    expect(errorsOf(given)).toContain('E120');
    const kept = makeLock(check(given), anew);
    expect(lockedItem(kept)).toBeDefined();
    const retired = makeLock(check(given), { isMinor: false, retire: ['storm/repairs'] });
    expect(lockedItem(retired)).toBeUndefined();
    expect(errorsOf({ ...given, lock: writeLock(retired) })).toEqual([]);
  });

  it('keeps an item called as something that every object has', () => {
    const given = bank(soundItem.replace('id: repairs', 'id: constructor'));
    const lock = makeLock(check(given), anew);
    expect(lockedItem(lock, 'constructor')?.version).toBe(1);
    expect(errorsOf({ ...given, lock: writeLock(lock) })).toEqual([]);
  });

  it('does not lock what was not proved', () => {
    expect(() => makeLock(check(changed('Officials', 'officials')), anew)).toThrow('Not proved');
    expect(() => makeLock(check({ ...sound, texts: {} }), anew)).toThrow('Not proved');
  });

  it('is doubted as soon as a text changes', () => {
    const texts = { ...articles, wire: `${articles['wire']} Corrected at noon.` };
    expect(errorsOf({ ...sound, lock: soundLock, texts })).toEqual(['E103']);
  });
});
