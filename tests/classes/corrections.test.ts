import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownerOfLearner, type ItemId } from '../../src/lib/quiz/ids.ts';
import { makeApp } from '../../src/lib/server/app.ts';
import { openSittingRoom, type SittingRoom } from '../attempts/sitting-room.ts';
import { fieldsOf } from '../items/make-item.ts';
import { openSeededClass, seatLearner, seedClass, type SeededClass } from './seed-class.ts';

let room: SittingRoom;
let seeded: SeededClass;

beforeEach(async () => {
  room = await openSittingRoom();
  seeded = await seedClass(room, 12);
});
afterEach(() => room.store.close());

const reason = 'The notice can be read so.';

function place(
  itemId = 'repairs',
  instructor: SeededClass['instructor'] | null = seeded.instructor,
) {
  return { assignmentId: seeded.assignment.id, itemId, instructor, isNamed: true };
}

function form(kind: string, accepted = '', because = reason) {
  return fieldsOf({ kind: [kind], accepted: [accepted], reason: [because] });
}

async function grades() {
  const view = { sort: null, isNamed: true, page: 1 };
  const page = await room.app.teaching.showPupils(seeded.assignment.id, seeded.instructor, view);
  return new Map(page?.rows.map(({ id, grade }) => [id, grade]));
}

async function records() {
  return room.store.classes.listRescores(seeded.assignment.id);
}

async function previewOf(itemId: string, fields: ReturnType<typeof form>) {
  const result = await room.app.teaching.tryCorrection(place(itemId), fields);
  if (result.kind !== 'previewed') throw new Error(JSON.stringify(result));
  return result.preview;
}

describe.each([
  ['accepting an answer', 'repairs', 'accept', 'a'],
  ['accepting a written answer', 'households', 'accept', '1.2 million'],
  ['dropping a question', 'schools', 'drop', ''],
  ['full marks', 'hurt', 'full-marks', ''],
])('%s', (_name, itemId, kind, accepted) => {
  it('does what its preview says, and nothing before it is confirmed', async () => {
    const before = await grades();
    const preview = await previewOf(itemId, form(kind, accepted));
    expect(await grades()).toEqual(before);
    expect(await records()).toEqual([]);
    expect(preview.up + preview.down + preview.even).toBe(preview.changes.length);
    expect(preview.changes.length).toBeGreaterThan(0);

    await room.app.teaching.correctItem(place(itemId), form(kind, accepted));
    const after = await grades();
    const changed = [...before].filter(
      ([id, grade]) => JSON.stringify(grade) !== JSON.stringify(after.get(id)),
    );
    expect(preview.changes.map(({ id }) => id).toSorted()).toEqual(
      changed.map(([id]) => id).toSorted(),
    );
    for (const change of preview.changes) {
      expect(change.before).toEqual(before.get(change.id));
      expect(change.after).toEqual(after.get(change.id));
    }
    expect(await records()).toMatchObject([{ itemId, kind, reason, withdrawnAt: null }]);
  });

  it('is taken back with a preview, and stays on the record', async () => {
    const before = await grades();
    await room.app.teaching.correctItem(place(itemId), form(kind, accepted));
    const [record] = await records();
    const taken = {
      assignmentId: seeded.assignment.id,
      rescoreId: record?.id ?? '',
      instructor: seeded.instructor,
      isNamed: true,
    };
    const preview = await room.app.teaching.tryTakingBack(taken);
    for (const change of preview?.changes ?? [])
      expect(change.after).toEqual(before.get(change.id));
    expect(preview?.changes.length).toBeGreaterThan(0);
    expect(await room.app.teaching.takeBackCorrection(taken)).toBe(true);
    expect(await grades()).toEqual(before);
    expect(await room.app.teaching.tryTakingBack(taken)).toBeNull();
    expect(await room.app.teaching.takeBackCorrection(taken)).toBe(false);
    const page = await room.app.teaching.showItemAnalysis(
      seeded.assignment.id,
      itemId,
      seeded.instructor,
    );
    expect(page?.corrections).toMatchObject([{ reason, withdrawnOn: '2026-01-01' }]);
  });
});

describe('a correction', () => {
  it.each([
    ['of no kind', form('mend'), 'Choose what is to be done'],
    ['to an answer that nobody gave', form('accept', 'z'), 'Choose which of the answers'],
    ['to the key', form('accept', 'b'), 'counts as fully right already'],
    ['without a reason', form('drop', '', '  '), 'Say why'],
    ['with too long a reason', form('drop', '', 'x'.repeat(1001)), 'longer than 1,000'],
  ])('%s is refused in words', async (_name, fields, words) => {
    for (const use of [room.app.teaching.tryCorrection, room.app.teaching.correctItem]) {
      const result = await use(place(), fields);
      expect(result).toMatchObject({ kind: 'refused', message: expect.stringContaining(words) });
    }
    expect(await records()).toEqual([]);
  });

  it('that holds already is refused', async () => {
    await room.app.teaching.correctItem(place(), form('drop'));
    const again = await room.app.teaching.correctItem(place(), form('drop'));
    expect(again).toMatchObject({ kind: 'refused' });
    expect(await records()).toHaveLength(1);
  });

  it('is told of in the words of its answer', async () => {
    await room.app.teaching.correctItem(place(), form('accept', 'a'));
    const view = { sort: null, isNamed: true, page: 1 };
    const page = await room.app.teaching.showPupils(seeded.assignment.id, seeded.instructor, view);
    expect(page?.corrections).toMatchObject([
      { position: 1, kind: 'accept', accepted: 'Until Sunday', reason, on: '2026-01-01' },
    ]);
  });

  it('that leaves nothing to earn takes every grade away, and its preview says so', async () => {
    const ids = seeded.assignment.itemIds;
    for (const id of ids.slice(1)) await room.app.teaching.correctItem(place(id), form('drop'));
    const [id = ''] = ids;
    const { graded, down, changes } = await previewOf(id, form('drop'));
    expect([graded, down, changes.length]).toEqual([12, 12, 12]);
    expect(changes.every(({ before, after }) => before !== null && after === null)).toBe(true);
    await room.app.teaching.correctItem(place(id), form('drop'));
    expect(new Set((await grades()).values())).toEqual(new Set([null]));
  });

  it.each(['night-order', 'dark-hours'])(
    'tells an accepted arrangement of %s in the words of its answer',
    async (itemId) => {
      const { teaching } = room.app;
      const { assignment, instructor } = seeded;
      const before = await teaching.showItemAnalysis(assignment.id, itemId, instructor);
      const wrong = before?.given.find(({ isRight }) => !isRight);
      await teaching.correctItem(place(itemId), form('accept', wrong?.written));
      const page = await teaching.showItemAnalysis(assignment.id, itemId, instructor);
      expect(page?.corrections).toMatchObject([{ accepted: wrong?.words }]);
      expect(wrong?.words).not.toBe(wrong?.written);
    },
  );

  it('accepts a written answer in any case, as it is counted', async () => {
    const { teaching } = room.app;
    const { assignment, instructor, learners } = seeded;
    const [some] = await room.store.classes.listClassAttempts(assignment.id);
    const [answer] = await room.store.classes.listAnswersOf(some ? [some.attempt.id] : []);
    const late = await seatLearner(room, seeded, learners.length + 1);
    const started = await room.app.seats.startAssignment(assignment.id, late.owner, null);
    if (!answer || started.kind !== 'started') throw new Error('There are answers');
    const own = { itemId: 'publisher' as ItemId, response: { entry: ' COUNCIL' }, points: 0 };
    const wrong = { ...answer, ...own, correct: false, attemptId: started.attemptId };
    const find = async () => {
      const page = await teaching.showItemAnalysis(assignment.id, 'publisher', instructor);
      return page?.given.filter(({ written }) => /council/i.test(written));
    };
    const [before] = (await find()) ?? [];
    expect(before).toMatchObject({ written: 'Council', isRight: false });
    await room.store.insertAnswer(wrong, ownerOfLearner(late.learner.id));
    expect(await find()).toEqual([{ ...before, n: (before?.n ?? 0) + 1 }]);
    await teaching.correctItem(place('publisher'), form('accept', 'Council'));
    expect(await find()).toMatchObject([{ isRight: true, n: (before?.n ?? 0) + 1 }]);
  });

  it('holds on when its question is withdrawn', async () => {
    await room.app.teaching.correctItem(place(), form('accept', 'a'));
    const before = await grades();
    const [bank] = room.context.library.banks.values();
    if (!bank) throw new Error('The fixture bank is served');
    const items = bank.items.filter(({ id }) => id !== ('repairs' as ItemId));
    const banks = new Map([[bank.id, { ...bank, items }]]);
    const context = { ...room.context, library: { ...room.context.library, banks } };
    room = { ...room, app: makeApp(context) };
    expect(await grades()).toEqual(before);
  });

  it('of several options together makes none of them a key', async () => {
    const { teaching } = room.app;
    const { assignment, instructor } = seeded;
    const keysOf = async () => {
      const page = await teaching.showItemAnalysis(assignment.id, 'wire-states', instructor);
      return page?.versions[0]?.options.map(({ isKey }) => isKey);
    };
    const before = await keysOf();
    const page = await teaching.showItemAnalysis(assignment.id, 'wire-states', instructor);
    const wrong = page?.given.find(({ isRight }) => !isRight);
    await teaching.correctItem(place('wire-states'), form('accept', wrong?.written));
    expect(await records()).toHaveLength(1);
    expect(await keysOf()).toEqual(before);
  });

  it('makes an accepted answer a key in the statistics', async () => {
    await room.app.teaching.correctItem(place(), form('accept', 'a'));
    const page = await room.app.teaching.showQuestions(seeded.assignment.id, seeded.instructor);
    const repairs = page?.questions.find(({ itemId }) => itemId === ('repairs' as ItemId));
    expect(repairs?.options.map(({ isKey }) => isKey)).toEqual([true, true, false]);
  });

  it('is nobody else’s to make or take back', async () => {
    const other = await openSeededClass(room);
    await room.app.teaching.correctItem(place(), form('drop'));
    const [record] = await records();
    for (const instructor of [null, other.instructor]) {
      const theirs = place('repairs', instructor);
      expect(await room.app.teaching.tryCorrection(theirs, form('drop'))).toEqual({
        kind: 'unknown',
      });
      expect(await room.app.teaching.correctItem(theirs, form('drop'))).toEqual({
        kind: 'unknown',
      });
      const taken = { ...theirs, rescoreId: record?.id ?? '' };
      expect(await room.app.teaching.tryTakingBack(taken)).toBeNull();
      expect(await room.app.teaching.takeBackCorrection(taken)).toBe(false);
    }
    const foreign = {
      assignmentId: other.assignment.id,
      rescoreId: record?.id ?? '',
      instructor: other.instructor,
      isNamed: true,
    };
    expect(await room.app.teaching.takeBackCorrection(foreign)).toBe(false);
    expect(await records()).toMatchObject([{ withdrawnAt: null }]);
  });
});
