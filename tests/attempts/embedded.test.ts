import { expect, it } from 'vitest';
import { makeApp } from '../../src/lib/server/app.ts';
import { plainDelivery } from '../../src/lib/quiz/delivery-options.ts';
import type { ItemId, OwnerId } from '../../src/lib/quiz/ids.ts';
import { makeOwner, openSittingRoom, type SittingRoom } from './sitting-room.ts';

const options = { ...plainDelivery, items: ['repairs' as ItemId] };

/** Answers the only question of a frame, and begins again, this many times. */
async function playAgain({ app }: SittingRoom, owner: OwnerId, times: number): Promise<void> {
  const where = { bankId: 'storm', owner, options };
  for (let played = 0; played < times; played += 1) {
    const shown = await app.openEmbed(where);
    if (shown?.kind !== 'item') throw new Error('Each attempt begins at its question');
    const attemptId = shown.page.attempt;
    const answer = new Map([
      ['version', ['1']],
      ['choice', ['1']],
    ]);
    const item = { ...where, attemptId, itemId: 'repairs' };
    expect(await app.answerEmbedded(item, answer)).toEqual({ kind: 'stored' });
    expect(await app.embedAgain(attemptId, owner, options)).not.toBeNull();
  }
}

it('the newest of many attempts in a frame is found by a few questions to the store', async () => {
  const room = await openSittingRoom();
  const { context, store } = room;
  const owner = makeOwner();
  await playAgain(room, owner, 40);
  let asked = 0;
  const counting: typeof store = {
    ...store,
    findAttempt(id, by) {
      asked += 1;
      return store.findAttempt(id, by);
    },
  };
  const app = makeApp({ ...context, store: counting });
  const shown = await app.openEmbed({ bankId: 'storm', owner, options });
  expect(shown).toMatchObject({ kind: 'item', page: { kind: 'open' } });
  expect(asked).toBeLessThan(20);
  await store.close();
});
