import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/lib/quiz/draw.ts';
import type { ItemId } from '../../src/lib/quiz/ids.ts';
import { itemStatistics } from '../../src/lib/quiz/statistics/item-statistics.ts';
import { makeApp } from '../../src/lib/server/app.ts';
import { findLedAssignment, type LedAssignment } from '../../src/lib/server/classes/led-class.ts';
import { readResponseTable } from '../../src/lib/server/results/response-table.ts';
import { openSittingRoom, type SittingRoom } from '../attempts/sitting-room.ts';
import { answerAll, seatLearner, seedClass, type SeededClass } from './seed-class.ts';

let room: SittingRoom;
let seeded: SeededClass;

beforeEach(async () => {
  room = await openSittingRoom();
  seeded = await seedClass(room, 12);
});
afterEach(() => room.store.close());

async function led(context = room.context): Promise<LedAssignment> {
  const found = await findLedAssignment(context, seeded.assignment.id, seeded.instructor);
  if (!found) throw new Error('The class is led');
  return found;
}

/** The same room with a later version of one item, or without it. */
function revised(itemId: string, version: number | null): SittingRoom['context'] {
  const [bank] = room.context.library.banks.values();
  if (!bank) throw new Error('The fixture bank is served');
  const items = bank.items.flatMap((item) => {
    if (item.id !== (itemId as ItemId)) return [item];
    return version === null ? [] : [{ ...item, version }];
  });
  const banks = new Map([[bank.id, { ...bank, items }]]);
  return { ...room.context, library: { ...room.context.library, banks } };
}

describe('the table of a class’s responses', () => {
  it('counts what is stored, by an own count', async () => {
    const { table, columns, learners } = await readResponseTable(room.context, await led());
    expect([table.n, columns.length, learners.length]).toEqual([12, 11, 12]);
    const attempts = await room.store.classes.listClassAttempts(seeded.assignment.id);
    const answers = await room.store.classes.listAnswersOf(attempts.map((each) => each.attempt.id));
    for (const { itemId, meanPoints, nAnswered } of itemStatistics(table)) {
      const own = answers.filter((answer) => answer.itemId === (itemId as ItemId));
      expect(nAnswered).toBe(own.length);
      expect(meanPoints).toBeCloseTo(own.reduce((sum, { points }) => sum + points, 0) / 12, 12);
    }
  });

  it('counts first completed attempts alone', async () => {
    const [first] = seeded.learners;
    if (!first) throw new Error('There are learners');
    await answerAll(room, seeded, first, seededRandom('again'), 1);
    const late = await seatLearner(room, seeded, 13);
    await answerAll(room, seeded, late, seededRandom('late'), 1, 3);
    const { table, nUnfinished } = await readResponseTable(room.context, await led());
    expect([table.n, nUnfinished]).toEqual([12, 1]);
  });

  it('gives an earlier version a column of its own, once it was answered', async () => {
    const context = revised('repairs', 2);
    const late = await seatLearner(room, seeded, 13);
    const begun = { ...room, app: makeApp(context) };
    await answerAll(begun, seeded, late, seededRandom('late'), 1);
    const { table, columns } = await readResponseTable(context, await led(context));
    const own = columns.map(({ itemId, version, item }) => [itemId, version, item === null]);
    expect(own.slice(0, 3)).toEqual([
      ['repairs', 1, true],
      ['repairs', 2, false],
      ['wire-states', 1, false],
    ]);
    expect(itemStatistics(table).map(({ n }) => n)).toEqual([12, 1, ...Array(10).fill(13)]);
  });

  it('keeps what was answered of an item that its bank has withdrawn', async () => {
    const context = revised('repairs', null);
    const { table, columns } = await readResponseTable(context, await led(context));
    expect(columns[0]).toMatchObject({ itemId: 'repairs', item: null });
    expect(itemStatistics(table)[0]?.n).toBe(12);
  });

  it('leaves out an item that was dropped', async () => {
    await room.store.classes.addRescore({
      id: 'rsc_1',
      assignmentId: seeded.assignment.id,
      itemId: 'repairs' as ItemId,
      kind: 'drop',
      accepted: null,
      reason: 'Two answers fit.',
      createdAt: room.clock.now,
      withdrawnAt: null,
    });
    const { columns } = await readResponseTable(room.context, await led());
    expect(columns.map(({ itemId }) => itemId)).not.toContain('repairs');
  });
});
