import { beforeEach, describe, expect, it } from 'vitest';
import type { OpenedClass } from '../../src/lib/server/classes/open-class.ts';
import { shownCode } from '../../src/lib/quiz/join-code.ts';
import { openSittingRoom, type SittingRoom } from '../attempts/sitting-room.ts';
import { makeInstructor, openClass } from './classroom.ts';

let room: SittingRoom;
let opened: OpenedClass;
const first = makeInstructor();
const second = makeInstructor();

beforeEach(async () => {
  room = await openSittingRoom();
  opened = await openClass(room, first);
});

/** The classes that a browser leads, by id. */
async function ledBy(instructor: typeof first): Promise<string[]> {
  return (await room.app.teaching.listClasses(instructor)).map(({ id }) => id);
}

describe('a private link', () => {
  it('lets another browser lead the class, as often as it is opened', async () => {
    const { teaching } = room.app;
    const { classroom, secrets } = opened;
    expect(await teaching.enterByLink(secrets.link, second)).toBe(classroom.id);
    expect(await teaching.enterByLink(secrets.link, second)).toBe(classroom.id);
    expect(await ledBy(second)).toEqual([classroom.id]);
  });

  it.each(['', 'x'.repeat(43), '../keys', 'x'.repeat(10_000)])(
    'opens nothing where it is another: %#',
    async (link) => {
      expect(await room.app.teaching.enterByLink(link, second)).toBeNull();
      expect(await ledBy(second)).toEqual([]);
    },
  );

  it('opens nothing once a new one was made, and other browsers are out', async () => {
    const { teaching } = room.app;
    const { classroom, secrets } = opened;
    await teaching.enterByLink(secrets.link, second);
    const renewed = await teaching.renewKeys(classroom.id, first);
    expect(await ledBy(first)).toEqual([classroom.id]);
    expect(await ledBy(second)).toEqual([]);
    expect(await teaching.enterByLink(secrets.link, second)).toBeNull();
    expect(await teaching.recoverClass(secrets.recovery, second)).toBeNull();
    expect(await teaching.enterByLink(renewed?.secrets.link ?? '', second)).toBe(classroom.id);
  });
});

describe('a recovery code', () => {
  it('is read in lower case, with blanks and dashes, and gives the class a new link', async () => {
    const { teaching } = room.app;
    const { classroom, secrets } = opened;
    const typed = ` ${shownCode(secrets.recovery).toLowerCase().replaceAll(' ', ' - ')} `;
    const recovered = await teaching.recoverClass(typed, second);
    expect(recovered?.classId).toBe(classroom.id);
    expect(await ledBy(second)).toEqual([classroom.id]);
    expect(await ledBy(first)).toEqual([]);
    expect(await teaching.enterByLink(secrets.link, first)).toBeNull();
    expect(await teaching.enterByLink(recovered?.secrets.link ?? '', first)).toBe(classroom.id);
  });

  it('stays good, since it is on paper', async () => {
    const { teaching } = room.app;
    await teaching.recoverClass(opened.secrets.recovery, second);
    const again = await teaching.recoverClass(opened.secrets.recovery, first);
    expect(again?.classId).toBe(opened.classroom.id);
  });

  it.each(['', 'abc', 'B'.repeat(24), 'A'.repeat(24)])('“%s” opens nothing', async (code) => {
    expect(await room.app.teaching.recoverClass(code, second)).toBeNull();
  });
});

it('a browser that signs out leads nothing, and the class goes on', async () => {
  const { teaching } = room.app;
  await teaching.signOut(first);
  expect(await ledBy(first)).toEqual([]);
  expect(await teaching.enterByLink(opened.secrets.link, second)).toBe(opened.classroom.id);
});
