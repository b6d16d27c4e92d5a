import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OwnerId } from '../../src/lib/quiz/ids.ts';
import { makeApp } from '../../src/lib/server/app.ts';
import { StorageFault } from '../../src/lib/server/storage/store.ts';
import { makeOwner, openSittingRoom, type SittingRoom } from './sitting-room.ts';

let room: SittingRoom;
let owner: OwnerId;

beforeEach(async () => {
  room = await openSittingRoom();
  owner = makeOwner();
});
afterEach(() => room.store.close());

function answer(question: string, fields: Readonly<Record<string, string>>) {
  const entries = Object.entries({ version: '1', ...fields });
  const form = new Map(entries.map(([name, value]) => [name, [value]]));
  return room.app.answerInline({ slug: 'night', question, owner, hold: () => owner }, form);
}

async function questionOf(name: string, asked = owner) {
  const page = await room.app.showExplainer('night', asked);
  return page?.questions[name];
}

describe('an explainer', () => {
  it('cites passages by number, word for word and unmarked', async () => {
    const page = await room.app.showExplainer('night', null);
    expect(page?.citations['storm/night-order']).toMatchObject({
      number: 1,
      source: { id: 'wire' },
      href: expect.stringMatching(/^\/sources\/wire#p\d+$/) as string,
    });
    expect(page?.citations['storm/wire-states']).toMatchObject({
      number: 2,
      text: 'The figure was down from an earlier count it called “preliminary”.',
    });
  });

  it('asks its questions without a word of their answers', async () => {
    const page = await room.app.showExplainer('night', owner);
    const text = JSON.stringify(page?.questions);
    expect(text).not.toMatch(/zq|Grid Agency|"isKey"/);
    expect(Object.values(page?.questions ?? {}).map(({ kind }) => kind)).toEqual(['open', 'open']);
  });

  it('is not there under a name that none has', async () => {
    expect(await room.app.showExplainer('day', owner)).toBeNull();
    expect(await room.app.showExplainer('constructor', owner)).toBeNull();
  });
});

describe('a question answered in place', () => {
  it('is scored and stored like any other, and revealed to this browser alone', async () => {
    expect(await answer('storm/publisher', { entry: 'grid agency' })).toEqual({ kind: 'stored' });
    expect(await questionOf('storm/publisher')).toMatchObject({
      kind: 'revealed',
      reveal: { grade: 'right' },
    });
    expect((await questionOf('storm/publisher', makeOwner()))?.kind).toBe('open');
    const [listed] = await room.app.listAttempts(owner);
    expect(listed).toMatchObject({
      title: 'The night, hour by hour',
      answered: 1,
      total: 1,
      kind: 'inline',
    });
  });

  it('keeps its first answer, also of two that race', async () => {
    const results = await Promise.all([
      answer('storm/publisher', { entry: 'grid agency' }),
      answer('storm/publisher', { entry: 'council' }),
      answer('storm/publisher', { entry: 'nobody' }),
    ]);
    expect(results.filter(({ kind }) => kind === 'stored')).toHaveLength(1);
    expect(await answer('storm/publisher', { entry: 'late' })).toEqual({
      kind: 'already-answered',
    });
    expect(await room.app.listAttempts(owner)).toHaveLength(1);
  });

  it('counts as answered where the quiz itself was answered before', async () => {
    const attempt = (await room.app.startAttempt('storm', owner)) ?? '';
    const fields = new Map([
      ['version', ['1']],
      ['choice', ['1']],
    ]);
    await room.app.answerItem({ attemptId: attempt, itemId: 'repairs', owner }, fields);
    expect((await questionOf('storm/repairs'))?.kind).toBe('revealed');
    expect((await answer('storm/repairs', { choice: '2' })).kind).toBe('already-answered');
  });

  it('leaves no empty attempt behind where the answer itself could not be stored', async () => {
    const app = makeApp({
      ...room.context,
      store: {
        ...room.store,
        insertAnswer: () => Promise.reject(new StorageFault('full', 'Full')),
      },
    });
    const form = new Map([
      ['version', ['1']],
      ['entry', ['grid agency']],
    ]);
    const where = { slug: 'night', question: 'storm/publisher', owner, hold: () => owner };
    await expect(app.answerInline(where, form)).rejects.toThrow('Full');
    expect(await room.app.listAttempts(owner)).toEqual([]);
    expect(await room.app.listUnfinished(owner)).toEqual([]);
    expect(await room.app.answerInline(where, form)).toEqual({ kind: 'stored' });
    expect(await room.app.listAttempts(owner)).toHaveLength(1);
  });

  it('makes a browser known by an answer that is stored, and by no other', async () => {
    const hold = vi.fn(() => owner);
    const send = (question: string, entry: string, version = '1') => {
      const form = new Map([
        ['version', [version]],
        ['entry', [entry]],
      ]);
      return room.app.answerInline({ slug: 'night', question, owner: null, hold }, form);
    };
    await send('storm/publisher', '');
    await send('storm/publisher', 'grid agency', '2');
    await send('storm/schools', 'grid agency');
    expect(hold).not.toHaveBeenCalled();
    expect(await send('storm/publisher', 'grid agency')).toEqual({ kind: 'stored' });
    expect(hold).toHaveBeenCalledOnce();
    expect((await questionOf('storm/publisher'))?.kind).toBe('revealed');
  });

  it('is not said to be answered where everything was erased meanwhile', async () => {
    const store = { ...room.store, insertAnswer: () => Promise.resolve(null) };
    const form = new Map([
      ['version', ['1']],
      ['entry', ['grid agency']],
    ]);
    const where = { slug: 'night', question: 'storm/publisher', owner, hold: () => owner };
    expect(await makeApp({ ...room.context, store }).answerInline(where, form)).toEqual({
      kind: 'unknown',
    });
  });

  it.each<[string, string, Readonly<Record<string, string>>, string]>([
    ['nothing', 'storm/publisher', {}, 'unreadable'],
    ['a choice that was not offered', 'storm/repairs', { choice: '9' }, 'unreadable'],
    ['a field that it does not have', 'storm/repairs', { key: 'b' }, 'unreadable'],
    ['an older version', 'storm/repairs', { version: '7', choice: '1' }, 'revised'],
    ['a question that the page does not ask', 'storm/schools', { verdict: 'refuted' }, 'unknown'],
    ['a name that is none', '__proto__', {}, 'unknown'],
  ])('stores nothing for %s', async (_what, question, fields, kind) => {
    expect((await answer(question, fields)).kind).toBe(kind);
    expect(await room.app.listAttempts(owner)).toEqual([]);
  });
});
