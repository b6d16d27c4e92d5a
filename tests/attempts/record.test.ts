import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AttemptId, BankId, ItemId, OwnerId } from '../../src/lib/quiz/ids.ts';
import { makeApp } from '../../src/lib/server/app.ts';
import { answerStorm, finishStorm, startStorm } from './answer-storm.ts';
import { makeOwner, openSittingRoom, type SittingRoom } from './sitting-room.ts';

const hourMs = 60 * 60 * 1000;

let room: SittingRoom;
let owner: OwnerId;
let attempt: AttemptId;

beforeEach(async () => {
  room = await openSittingRoom();
  owner = makeOwner();
  attempt = await startStorm(room, owner);
});
afterEach(() => room.store.close());

function answer(attemptId: AttemptId, itemId: string, given: string, certainty: string) {
  room.clock.now += 1000;
  return answerStorm(room, { attemptId, itemId, owner }, given, { certainty: [certainty] });
}

async function answerSome(): Promise<void> {
  await answer(attempt, 'repairs', 'Until Sunday', '60');
  await answer(attempt, 'wire-states', 'Schools stay closed', '99');
  await answer(attempt, 'households', '480123', '75');
}

describe('the record of a browser', () => {
  it('is empty where nothing was answered', async () => {
    const record = await room.app.showRecord(makeOwner());
    expect(record).toMatchObject({
      misses: [],
      waiting: { all: 0 },
      attempts: [],
      results: { total: 0 },
    });
    expect(await room.app.showRecord(null)).toEqual(record);
    expect(await room.app.answerAgain(null)).toBeNull();
  });

  it('puts confident errors first, then the other misses', async () => {
    await answerSome();
    const { misses, waiting, results } = await room.app.showRecord(owner);
    expect(misses.map(({ key, isConfident }) => [key, isConfident])).toEqual([
      ['storm/wire-states', true],
      ['storm/repairs', false],
    ]);
    expect(waiting).toEqual({ all: 2, sure: 1 });
    expect(results).toMatchObject({ total: 3, right: 1, calibration: { n: 3 } });
  });

  it('asks them again one by one, and lets them rest', async () => {
    await answerSome();
    const first = await room.app.answerAgain(owner);
    expect(first?.itemId).toBe('wire-states');
    expect(await room.app.answerAgain(owner)).toEqual(first);
    await answer(first?.attemptId as AttemptId, 'wire-states', 'Buses run late', '60');
    const second = await room.app.answerAgain(owner);
    expect(second?.itemId).toBe('repairs');
    await answer(second?.attemptId as AttemptId, 'repairs', 'Until Tuesday', '90');
    expect(await room.app.answerAgain(owner)).toBeNull();
    expect(await room.app.showRecord(owner)).toMatchObject({
      waiting: { all: 0, sure: 0 },
      misses: [{ key: 'storm/wire-states', isResting: true }],
      results: { total: 3, right: 1 },
    });
    room.clock.now += 13 * hourMs;
    expect((await room.app.answerAgain(owner))?.itemId).toBe('wire-states');
  });

  it('counts no miss among the sure ones that wait while it rests', async () => {
    await answerSome();
    const first = await room.app.answerAgain(owner);
    await answer(first?.attemptId as AttemptId, 'wire-states', 'Buses run late', '99');
    expect((await room.app.showRecord(owner)).waiting).toEqual({ all: 1, sure: 0 });
  });

  it('shows a question that was asked again as such, and no unanswered one as an attempt', async () => {
    await answerSome();
    const asked = await room.app.answerAgain(owner);
    expect((await room.app.showRecord(owner)).attempts).toHaveLength(1);
    await answer(asked?.attemptId as AttemptId, 'wire-states', 'Buses run late', '60');
    const page = await room.app.openItem(asked?.attemptId ?? '', 'wire-states', owner);
    expect(page).toMatchObject({ kind: 'revealed', isReview: true });
    expect((await room.app.showRecord(owner)).attempts.map(({ kind }) => kind)).toEqual([
      'review',
      'quiz',
    ]);
  });

  it('lists an attempt whose bank is no longer served, as one that can’t be opened', async () => {
    await answerSome();
    const app = makeApp({
      ...room.context,
      library: { ...room.context.library, banks: new Map() },
    });
    const record = await app.showRecord(owner);
    expect(record.attempts).toMatchObject([{ title: 'storm', isServed: false }]);
    expect(record).toMatchObject({ misses: [], revised: [], results: { total: 0 } });
    expect(await app.showResults(attempt, owner)).toBeNull();
    expect((await room.app.showRecord(owner)).attempts).toMatchObject([{ isServed: true }]);
  });

  it('shows nothing of anybody else', async () => {
    await answerSome();
    expect(await room.app.showRecord(makeOwner())).toMatchObject({ misses: [], attempts: [] });
    expect(await room.app.answerAgain(makeOwner())).toBeNull();
  });
});

describe('an item that was corrected', () => {
  /** The same room with another version of one item. */
  function corrected(name = 'repairs'): SittingRoom['app'] {
    const id = 'storm' as BankId;
    const bank = room.context.library.banks.get(id);
    if (!bank) throw new Error('The fixture bank is served');
    const items = bank.items.map((item) =>
      item.id === (name as ItemId)
        ? {
            ...item,
            version: 2,
            corrections: [
              { on: '2025-12-31', what: 'Before anybody answered.' },
              { on: '2026-01-02', what: 'The day is Wednesday.' },
            ],
          }
        : item,
    );
    const banks = new Map(room.context.library.banks).set(id, { ...bank, items });
    return makeApp({ ...room.context, library: { ...room.context.library, banks } });
  }

  it('says what changed since, and keeps the answer as it was given', async () => {
    await answer(attempt, 'repairs', 'Until Tuesday', '90');
    const app = corrected();
    const revision = {
      answered: 1,
      present: 2,
      corrections: [{ on: '2026-01-02', what: 'The day is Wednesday.' }],
      inWords: { given: '“Until Tuesday”', right: '“Until Tuesday”' },
    };
    expect(await app.openItem(attempt, 'repairs', owner)).toMatchObject({
      kind: 'revealed',
      revision,
      reviewed: null,
      present: { type: 'single-choice' },
      reveal: { points: 1 },
    });
    expect((await app.showRecord(owner)).revised).toMatchObject([
      { key: 'storm/repairs', ...revision },
    ]);
  });

  it('is not read with an answer to the version before', async () => {
    await answer(attempt, 'repairs', 'Until Sunday', '90');
    const before = await room.app.showRecord(owner);
    expect(before.results.misreadings).toHaveLength(1);
    const app = corrected();
    expect((await app.showRecord(owner)).results).toMatchObject({ right: 0, misreadings: [] });
    expect(await app.openItem(attempt, 'repairs', owner)).toMatchObject({
      reveal: {
        grade: 'wrong',
        misreadings: [],
        remark: null,
        sentence:
          'Not right when you answered; the answer is now “Until Tuesday”, according to Example Wire.',
      },
    });
  });

  it('keeps a claim out of what was taken for supported', async () => {
    await finishStorm(room, { attemptId: attempt, owner });
    const claims = async (app: SittingRoom['app']) => {
      const { discernment } = (await app.showRecord(owner)).results;
      return discernment.accepted.n + discernment.rejected.n;
    };
    expect(await claims(corrected('worst-in-ten'))).toBe((await claims(room.app)) - 1);
  });

  it('is told of in the results, with the answer in the words of its time', async () => {
    await finishStorm(room, { attemptId: attempt, owner });
    const page = await corrected().showResults(attempt, owner);
    if (page?.kind !== 'results') throw new Error('All items are answered');
    expect(page.questions[0]).toMatchObject({ id: 'repairs', revision: { present: 2 } });
    expect(page.questions[0]?.given).toMatch(/^“Until/);
    expect(page.questions[1]?.revision).toBeNull();
  });
});

describe('the export of a record', () => {
  it('holds every answer, in words and as data, and nothing that opens it to others', async () => {
    await answerSome();
    const text = await room.app.exportRecord(owner);
    expect(text).not.toContain(owner);
    const record = JSON.parse(text) as Record<string, unknown>;
    expect(record).toMatchObject({
      format: 'verbatim-record',
      version: 1,
      attempts: [
        {
          id: attempt,
          bank: 'storm',
          answers: [
            { item: 'repairs', certainty: 60, probability: 0.6, correct: false },
            { item: 'wire-states', given: '“Schools stay closed”', certainty: 99 },
            { item: 'households', points: 1 },
          ],
        },
      ],
    });
  });

  it('is empty for a browser without answers', async () => {
    expect(JSON.parse(await room.app.exportRecord(null))).toMatchObject({ attempts: [] });
  });
});
