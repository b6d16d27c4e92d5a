import { describe, expect, it } from 'vitest';
import { makeLock } from '../../src/lib/bank/make-lock.ts';
import { isError } from '../../src/lib/bank/codes.ts';
import { bankToTravel } from '../../src/lib/formats/travel/question-of-item.ts';
import { english } from '../../src/lib/messages/english.ts';
import type { BankId } from '../../src/lib/quiz/ids.ts';
import { makeApp } from '../../src/lib/server/app.ts';
import { makeLibrary } from '../../src/lib/server/content/library.ts';
import { previewedBank, previewedFiles } from '../../src/lib/server/preview/previewed-bank.ts';
import { collectionTable } from '../../src/cli/bank/table.ts';
import { quotaTable } from '../../src/cli/bank/quotas.ts';
import { articles, check, head, lockOf, soundItem } from '../content/collection-of.ts';
import { makeOwner, openSittingRoom } from './sitting-room.ts';

const canary = 'zqdraft';
const draft = `## Claim: ${canary} was hurt.
id: ${canary}-hurt
level: judge
verdict: refuted
draft: yes

not supported: ${canary} is not in the article.

> [wire] Nobody was hurt, and the hospital ran on its own power the whole night.

Why: ${canary}.
`;
const bare = `## Who is ${canary}?
id: ${canary}-who
draft: yes

- (x) ${canary} one
- ( ) ${canary} two
`;
const storm = [head, soundItem, draft, bare].join('\n');
const unready = [head.replace('[wire, daily]', '[]'), bare].join('\n');
const given = { banks: { storm, unready } };
const checked = check({ ...given, lock: lockOf(given) });
const bankId = 'storm' as BankId;

async function openRoom() {
  const { context, store } = await openSittingRoom();
  const library = makeLibrary(checked);
  return { app: makeApp({ ...context, library }), library, store };
}

describe('a draft', () => {
  it('keeps no bank out, and is no item of it', () => {
    expect(checked.issues.filter(isError)).toEqual([]);
    expect(checked.banks.map(({ id, items }) => [id, items.map((item) => item.id)])).toEqual([
      ['storm', ['repairs']],
    ]);
  });

  it('is in nothing that is served from the library', async () => {
    const { library, store } = await openRoom();
    expect(JSON.stringify([...library.banks.values()])).not.toContain(canary);
    const quoted = [...library.quotations.values()].flat();
    expect(quoted.map(({ item }) => item)).toEqual(['repairs']);
    expect([...library.banks.keys()]).toEqual(['storm']);
    await store.close();
  });

  it('is not asked, printed or listed', async () => {
    const { app, store } = await openRoom();
    const owner = makeOwner();
    const attempt = await app.startAttempt(bankId, owner);
    if (!attempt) throw new Error('The bank is served.');
    const shown = [
      await app.openItem(attempt, 'repairs', owner),
      await app.openItem(attempt, `${canary}-hurt`, owner),
      await app.showWorksheet(bankId, owner),
      await app.showKey(bankId, owner),
      await app.listBanks({ words: '', source: '', type: '', level: '' }, owner),
    ];
    expect(JSON.stringify(shown)).not.toContain(canary);
    expect(await app.startAttempt('unready' as BankId, owner)).toBeNull();
    await store.close();
  });

  it('does not travel, is not locked, and does not count', () => {
    const [bank] = checked.banks;
    if (!bank) throw new Error('The bank is served.');
    const setting = { sources: checked.sources, say: english.say };
    expect(JSON.stringify(bankToTravel(bank, null, setting))).not.toContain(canary);
    const lock = makeLock(checked, { isMinor: false, retire: [] });
    expect(Object.keys(lock.banks)).toEqual(['storm']);
    expect(Object.keys(lock.banks[bankId] ?? {})).toEqual(['repairs']);
    expect(collectionTable(checked)).toMatch(/^items +1 +0 +1 +100 %$/m);
    expect(collectionTable(checked)).toMatch(/^drafts, not served +2 +1 +3$/m);
    expect(quotaTable(checked)).toMatch(/^items +10–14 +1 +0 +1$/m);
  });

  it('is shown as one to its author, and none of its quotations as proved', () => {
    const items = previewedBank(checked, 'storm')?.items ?? [];
    expect(items.map(({ id, isDraft }) => [id, isDraft])).toEqual([
      ['repairs', false],
      [`${canary}-hurt`, true],
      [`${canary}-who`, true],
    ]);
    expect(items.map(({ question }) => question !== null)).toEqual([true, true, true]);
    expect(items.map(({ unproved }) => unproved)).toEqual([{}, { wire: 'unchecked' }, {}]);
    expect(previewedFiles(checked).map(({ bank }) => bank?.drafts)).toEqual([2, 1]);
  });

  it('is asked once the mark is taken out and the bank locked anew', () => {
    const ready = { banks: { storm: storm.replace('refuted\ndraft: yes', 'refuted') } };
    const { banks } = check({ ...ready, texts: articles, lock: lockOf(ready) });
    expect(banks[0]?.items.map(({ id }) => id)).toEqual(['repairs', `${canary}-hurt`]);
  });
});
