import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeOwner, openSittingRoom, type SittingRoom } from './sitting-room.ts';

const anything = { words: '', source: '', type: '', level: '' };

let room: SittingRoom;

beforeEach(async () => {
  room = await openSittingRoom();
});
afterEach(() => room.store.close());

describe('the catalogue', () => {
  it.each<[string, Partial<typeof anything>, number]>([
    ['nothing in particular', {}, 1],
    ['words of the title, in any case', { words: 'MARCH storm' }, 1],
    ['words of a question', { words: 'hills tuesday' }, 0],
    ['words of a question that stand in it', { words: 'repairs hills' }, 1],
    ['the name of a source', { words: 'example wire' }, 1],
    ['signs alone', { words: '.*(' }, 1],
    ['words of an answer', { words: 'preliminary' }, 0],
    ['a source', { source: 'daily' }, 1],
    ['a source that no bank quotes', { source: 'thunder' }, 0],
    ['a kind of question', { type: 'order' }, 1],
    ['a kind that does not exist', { type: 'essay' }, 0],
    ['a kind at a level where there is none', { type: 'order', level: 'judge' }, 0],
    ['a kind at its level', { type: 'order', level: 'compare' }, 1],
  ])('finds by %s', async (_what, filter, count) => {
    const catalogue = await room.app.listBanks({ ...anything, ...filter }, null);
    expect(catalogue.banks).toHaveLength(count);
    expect(catalogue.total).toBe(1);
  });

  it('offers what there is to choose from', async () => {
    const { choices } = await room.app.listBanks(anything, null);
    expect(choices.source.map(({ name }) => name)).toEqual(['After the storm', 'Example Wire']);
    expect(choices.type.map(({ value }) => value)).toContain('verdict-with-evidence');
    expect(choices.level.map(({ value }) => value)).toEqual(['recall', 'compare', 'judge']);
  });

  it('shows how far this browser has come, and nothing of another', async () => {
    const owner = makeOwner();
    await room.app.startAttempt('storm', owner);
    const own = await room.app.listBanks(anything, owner);
    expect(own.banks[0]?.unfinished).toMatchObject({ answered: 0, total: 11 });
    const other = await room.app.listBanks(anything, makeOwner());
    expect(other.banks[0]).toMatchObject({ unfinished: null, finished: null });
  });
});
