import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AttemptId, OwnerId } from '../../src/lib/quiz/ids.ts';
import { answerStorm, finishStorm, startStorm } from './answer-storm.ts';
import { makeOwner, openSittingRoom, type SittingRoom } from './sitting-room.ts';

let room: SittingRoom;
let owner: OwnerId;
let attempt: AttemptId;

beforeEach(async () => {
  room = await openSittingRoom();
  owner = makeOwner();
  attempt = await startStorm(room, owner);
});
afterEach(() => room.store.close());

function answer(itemId: string, given: string, certainty?: string | readonly string[]) {
  const values = typeof certainty === 'string' ? [certainty] : certainty;
  const more = values ? { certainty: values } : undefined;
  return answerStorm(room, { attemptId: attempt, itemId, owner }, given, more);
}

async function revealed(itemId: string) {
  const page = await room.app.openItem(attempt, itemId, owner);
  if (page?.kind !== 'revealed') throw new Error(`${itemId} is not answered`);
  return page;
}

describe('a certainty', () => {
  it.each([
    ['90', 90],
    ['guessing', 'guessing'],
    ['skip', null],
    [undefined, null],
  ] as const)('given as %s is stored with the answer', async (given, certainty) => {
    expect(await answer('repairs', 'Until Tuesday', given)).toEqual({ kind: 'stored' });
    const [stored] = await room.store.listAnswers(attempt, owner);
    expect(stored).toMatchObject({ certainty, chance: 1 / 3, points: 1, correct: true });
    expect(stored?.inWords).toEqual({ given: '“Until Tuesday”', right: '“Until Tuesday”' });
  });

  it.each([['100'], ['60 %'], [''], ['0.6'], [['60', '90']], ['constructor']] as const)(
    'of %j is refused in words, and nothing is stored',
    async (given) => {
      expect(await answer('repairs', 'Until Tuesday', given)).toMatchObject({
        kind: 'unreadable',
        message: expect.stringMatching(/none of the five.*Nothing was stored/) as string,
      });
      expect(await room.store.listAnswers(attempt, owner)).toEqual([]);
    },
  );

  it('never changes the points', async () => {
    await answer('repairs', 'Until Sunday', '99');
    expect(await revealed('repairs')).toMatchObject({
      certaintyMark: null,
      reveal: { points: 0, maxPoints: 1 },
    });
  });
});

describe('what the reveal says to it', () => {
  it.each([
    [
      'a confident miss what the words really were',
      ['Until Sunday', '90'],
      'You were 90% sure. The words that decide it: “until Tuesday” (Example Wire).',
    ],
    [
      'a lucky guess to read the sentence',
      ['Until Tuesday', 'guessing'],
      'You said you were guessing: read the sentence once.',
    ],
    ['nothing to a miss that was not sure', ['Until Sunday', '60'], null],
    ['nothing to who was sure and right', ['Until Tuesday', '99'], null],
    ['nothing to who did not say', ['Until Sunday', 'skip'], null],
  ] as const)('tells %s', async (_name, [given, certainty], remark) => {
    await answer('repairs', given, certainty);
    expect((await revealed('repairs')).reveal.remark).toBe(remark);
  });
});

it('words that are quoted in the passage itself are quoted once', async () => {
  await answer('repairs', 'Until Sunday');
  await answer('wire-states', 'Schools stay closed', '90');
  expect((await revealed('wire-states')).reveal.remark).toBe(
    'You were 90% sure. The words that decide it: “‘preliminary’”, “Crews” and “are on their way” (Example Wire).',
  );
});

describe('certainty-based marking', () => {
  beforeEach(async () => {
    attempt = await startStorm(room, owner, 'certainty');
  });

  it('marks each answer by its certainty, and leaves the points as they are', async () => {
    await answer('repairs', 'Until Sunday', '90');
    expect(await revealed('repairs')).toMatchObject({ certaintyMark: -6, reveal: { points: 0 } });
    await answer('wire-states', 'Crews are on their way', '75');
    expect(await revealed('wire-states')).toMatchObject({ certaintyMark: 1 });
    await answer('households', '480123');
    expect(await revealed('households')).toMatchObject({ certaintyMark: 1 });
  });

  it('is added up in the results, and kept when the missed ones are asked again', async () => {
    await answer('repairs', 'Until Sunday', '90');
    await finishStorm(room, { attemptId: attempt, owner }, { certainty: ['skip'] });
    const results = await room.app.showResults(attempt, owner);
    expect(results).toMatchObject({ certaintyMarks: { most: 33 } });
    const retry = await room.app.retryMissed(attempt, owner);
    expect(retry && (await room.store.findAttempt(retry, owner))?.marking).toBe('certainty');
  });
});

describe('the results', () => {
  it('lead with confident misses, the most certain first', async () => {
    await answer('repairs', 'Until Sunday', '75');
    await answer('wire-states', 'Schools stay closed', 'guessing');
    await answer('households', '1200000', '99');
    await answer('worst-in-ten', 'Supported', '60');
    await finishStorm(room, { attemptId: attempt, owner });
    const page = await room.app.showResults(attempt, owner);
    expect(page).toMatchObject({
      results: {
        confidentMisses: ['households', 'repairs'],
        calibration: { n: 4 },
        discernment: { believed: { hits: 2 } },
      },
    });
  });
});
