import { afterEach, beforeEach, expect, it } from 'vitest';
import { answerStorm, finishStorm, startStorm } from './answer-storm.ts';
import { makeOwner, openSittingRoom, type SittingRoom } from './sitting-room.ts';

let room: SittingRoom;

beforeEach(async () => {
  room = await openSittingRoom();
});
afterEach(() => room.store.close());

const shown = (questions: readonly { readonly position: number }[] | undefined) =>
  questions?.map(({ position }) => position);

it('a worksheet is alike at every visit, and tells no key', async () => {
  const worksheet = await room.app.showWorksheet('storm', null);
  expect(await room.app.showWorksheet('storm', makeOwner())).toEqual(worksheet);
  expect(JSON.stringify(worksheet)).not.toMatch(/zq(?:reply|why|trap)|"isKey"|"marked":true/);
});

it('a worksheet keeps back what would answer a question of this browser’s', async () => {
  const owner = makeOwner();
  const before = await room.app.showWorksheet('storm', owner);
  expect(before?.missing).toBeGreaterThan(0);
  expect(before?.parts).toHaveLength(1);
  const attemptId = await startStorm(room, owner);
  await finishStorm(room, { attemptId, owner });
  const after = await room.app.showWorksheet('storm', owner);
  expect(after?.missing).toBe(0);
  expect(shown(after?.parts[0])).toEqual(shown(before?.parts[0]));
  expect(after?.parts.slice(1).flat()).toHaveLength(before?.missing ?? NaN);
});

it('a key sheet holds only what its browser has answered', async () => {
  const owner = makeOwner();
  const attemptId = await startStorm(room, owner);
  expect(await room.app.showKey('storm', owner)).toMatchObject({ answers: [], missing: 11 });
  await answerStorm(room, { attemptId, itemId: 'repairs', owner }, 'Until Sunday');
  expect(await room.app.showKey('storm', owner)).toMatchObject({
    answers: [{ position: 1, answer: '“Until Tuesday”' }],
    missing: 10,
  });
  expect(await room.app.showKey('storm', makeOwner())).toMatchObject({ answers: [] });
  expect(await room.app.showKey('storm', null)).toMatchObject({ answers: [] });
});

it.each(['nothing', '../storm', ''])('there is no paper of %j', async (bank) => {
  expect(await room.app.showWorksheet(bank, null)).toBeNull();
  expect(await room.app.showKey(bank, null)).toBeNull();
});
