import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AttemptId, OwnerId } from '../../src/lib/quiz/ids.ts';
import { eraseOldAnswers } from '../../src/lib/server/attempts/erase-answers.ts';
import { answerStorm, finishStorm, startStorm } from './answer-storm.ts';
import { makeOwner, openSittingRoom, type SittingRoom } from './sitting-room.ts';

const dayMs = 24 * 60 * 60 * 1000;

let room: SittingRoom;
let owner: OwnerId;
let attempt: AttemptId;

beforeEach(async () => {
  room = await openSittingRoom();
  owner = makeOwner();
  attempt = await startStorm(room, owner);
});
afterEach(() => room.store.close());

const answer = (itemId: string, given: string) =>
  answerStorm(room, { attemptId: attempt, itemId, owner }, given);

async function answerAll(): Promise<void> {
  await answer('repairs', 'Until Tuesday');
  await answer('wire-states', 'Crews are on their way');
  await answer('households', '480123');
  await answer('worst-in-ten', 'Supported');
  await answer('why-differ', 'They count different things');
  await answer('schools', 'Contradicted');
  // None of the others is fully right.
  await finishStorm(room, { attemptId: attempt, owner });
}

describe('an open item', () => {
  it('is delivered with nothing beyond what its type names', async () => {
    const page = await room.app.openItem(attempt, 'repairs', owner);
    expect(Object.keys(page ?? {}).toSorted()).toEqual(
      'answered asksCertainty attempt bank compared home homeName kind marking position question sourceNames stem total version'.split(
        ' ',
      ),
    );
    // Apart from the attempt's id, whose random letters may spell anything.
    expect(JSON.stringify({ ...page, attempt: null })).not.toMatch(/zq/);
  });

  it('shows the same order at every visit, and another in another attempt', async () => {
    const orderOf = async (id: AttemptId) => {
      const page = await room.app.openItem(id, 'repairs', owner);
      return page?.kind === 'open' ? JSON.stringify(page.question.delivered) : '';
    };
    expect(await orderOf(attempt)).toBe(await orderOf(attempt));
    const orders = new Set<string>();
    for (let count = 0; count < 20; count += 1) {
      const other = await room.app.startAttempt('storm', owner);
      if (other) orders.add(await orderOf(other));
    }
    expect(orders.size).toBeGreaterThan(1);
  });

  it('leads back to the open one while it has not been reached', async () => {
    expect(await room.app.openItem(attempt, 'schools', owner)).toEqual({
      kind: 'not-reached',
      open: 'repairs',
    });
  });

  it('lays a comparison’s passages open without their marks', async () => {
    await answer('repairs', 'Until Tuesday');
    await answer('wire-states', 'Crews are on their way');
    await answer('households', '480123');
    await answer('worst-in-ten', 'Supported');
    const page = await room.app.openItem(attempt, 'why-differ', owner);
    if (page?.kind !== 'open') throw new Error('The comparison is open');
    const segments = page.compared.flatMap(({ quotations }) =>
      quotations.flatMap((quotation) => quotation.segments),
    );
    expect(segments).toHaveLength(2);
    expect(segments.every(({ marked }) => !marked)).toBe(true);
  });
});

describe('an answered item', () => {
  it('reveals grade, sentence, evidence, reply and explanation', async () => {
    await answer('repairs', 'Until Sunday');
    const page = await room.app.openItem(attempt, 'repairs', owner);
    expect(page).toMatchObject({
      kind: 'revealed',
      revision: null,
      next: 'wire-states',
      reveal: {
        grade: 'wrong',
        sentence: 'Not right: the answer is “Until Tuesday”, according to Example Wire.',
        misreadings: [{ given: 'Until Sunday', trap: 'zqtrapzq' }],
        evidence: [{ source: { id: 'wire' }, quotations: [{ near: false }] }],
      },
    });
  });

  it('keeps its first answer', async () => {
    expect(await answer('repairs', 'Until Friday')).toEqual({ kind: 'stored' });
    const fields = new Map([
      ['version', ['1']],
      ['choice', ['1']],
    ]);
    const where = { attemptId: attempt, itemId: 'repairs', owner };
    expect(await room.app.answerItem(where, fields)).toEqual({ kind: 'already-answered' });
  });

  it('says that a nearest passage proves nothing', async () => {
    await answerAll();
    const page = await room.app.openItem(attempt, 'worst-in-ten', owner);
    expect(page).toMatchObject({
      reveal: {
        sentence: 'Not right: no source searched states the claim; you answered “Supported”.',
        evidence: [{ quotations: [{ near: true }] }],
        searched: [{ id: 'wire' }, { id: 'daily' }],
      },
    });
  });
});

describe('a finished attempt', () => {
  it('has results with part points, misreadings and every passage', async () => {
    await answerAll();
    const page = await room.app.showResults(attempt, owner);
    expect(page).toMatchObject({
      kind: 'results',
      points: '4.83',
      maxPoints: '12',
      answeredOn: '2026-01-01',
      certaintyMarks: null,
      results: {
        right: 4,
        missed: [
          'wire-states',
          'worst-in-ten',
          'publisher',
          'night-order',
          'dark-hours',
          'pick-earlier',
          'hurt',
        ],
        confidentMisses: [],
        misreadings: [
          {
            trap: 'overstated',
            cases: [{ id: 'worst-in-ten', sources: ['Example Wire', 'After the storm'] }],
          },
          { trap: 'overlooked', cases: [{ id: 'hurt' }] },
        ],
      },
    });
    if (page?.kind !== 'results') throw new Error('All items are answered');
    expect(page.questions.every(({ evidence }) => evidence.length > 0)).toBe(true);
  });

  it('leads back to the open item until it is finished', async () => {
    await answer('repairs', 'Until Tuesday');
    expect(await room.app.showResults(attempt, owner)).toEqual({
      kind: 'unfinished',
      open: 'wire-states',
    });
  });

  it('asks the missed items again, and only those', async () => {
    await answerAll();
    const retry = await room.app.retryMissed(attempt, owner);
    const stored = retry && (await room.store.findAttempt(retry, owner));
    expect(stored?.itemIds.toSorted()).toEqual(
      [
        'wire-states',
        'worst-in-ten',
        'publisher',
        'night-order',
        'dark-hours',
        'pick-earlier',
        'hurt',
      ].toSorted(),
    );
    expect(stored?.retryOf).toBe(attempt);
  });
});

describe('somebody else', () => {
  it('finds nothing of it, whatever is asked', async () => {
    await answer('repairs', 'Until Tuesday');
    const other = makeOwner();
    const where = { attemptId: attempt, itemId: 'wire-states', owner: other };
    expect(await room.app.openItem(attempt, 'repairs', other)).toBeNull();
    expect(await room.app.openItem(attempt, 'repairs', null)).toBeNull();
    expect(await room.app.showResults(attempt, other)).toBeNull();
    expect(await room.app.retryMissed(attempt, other)).toBeNull();
    expect(await room.app.answerItem(where, new Map())).toEqual({ kind: 'unknown' });
    const report = { ...where, itemId: 'repairs' };
    expect(await room.app.reportItem(report, new Map([['comment', ['x']]]))).toEqual({
      kind: 'unknown',
    });
    expect(await room.app.listAttempts(other)).toEqual([]);
    expect(await room.app.listAttempts(null)).toEqual([]);
  });
});

describe('a problem report', () => {
  it('keeps version and response, and nothing of the learner', async () => {
    await answer('repairs', 'Until Sunday');
    const where = { attemptId: attempt, itemId: 'repairs', owner };
    await room.app.reportItem(where, new Map([['comment', [' Friday is named. ']]]));
    const [report] = await room.store.listReports();
    expect(report).toMatchObject({
      bankId: 'storm',
      itemId: 'repairs',
      itemVersion: 1,
      response: { option: 'a' },
      comment: 'Friday is named.',
    });
    const text = JSON.stringify(report);
    expect(text).not.toContain(owner);
    expect(text).not.toContain(attempt);
  });
});

describe('answers', () => {
  it('are deleted at once when their owner asks', async () => {
    await answer('repairs', 'Until Tuesday');
    await room.app.eraseAnswers(owner);
    expect(await room.app.listAttempts(owner)).toEqual([]);
  });

  it('are deleted 180 days after the last one, and not before', async () => {
    room.clock.now += 100 * dayMs;
    await answer('repairs', 'Until Tuesday');
    const erase = () => eraseOldAnswers({ store: room.store, now: () => room.clock.now });
    room.clock.now += 180 * dayMs;
    await erase();
    expect(await room.app.listAttempts(owner)).toHaveLength(1);
    room.clock.now += 1;
    await erase();
    expect(await room.app.listAttempts(owner)).toEqual([]);
  });
});
