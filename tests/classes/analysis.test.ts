import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isConfident } from '../../src/lib/quiz/certainty.ts';
import { seededRandom } from '../../src/lib/quiz/draw.ts';
import type { ItemId, LearnerId } from '../../src/lib/quiz/ids.ts';
import { makeApp } from '../../src/lib/server/app.ts';
import type { PupilView } from '../../src/lib/server/results/show-pupils.ts';
import type { Answer } from '../../src/lib/server/storage/store.ts';
import { openSittingRoom, type SittingRoom } from '../attempts/sitting-room.ts';
import {
  answerAll,
  openSeededClass,
  seatLearner,
  seedClass,
  type SeededClass,
} from './seed-class.ts';

let room: SittingRoom;
let seeded: SeededClass;

beforeEach(async () => {
  room = await openSittingRoom();
  seeded = await seedClass(room, 12);
});
afterEach(() => room.store.close());

const plainView: PupilView = { sort: null, isNamed: true, page: 1 };

async function pupils(view: Partial<PupilView> = {}) {
  const { assignment, instructor } = seeded;
  const page = await room.app.teaching.showPupils(assignment.id, instructor, {
    ...plainView,
    ...view,
  });
  if (!page) throw new Error('The class is led');
  return page;
}

async function questions({ app }: Pick<SittingRoom, 'app'> = room) {
  const page = await app.teaching.showQuestions(seeded.assignment.id, seeded.instructor);
  if (!page) throw new Error('The class is led');
  return page;
}

/** Every stored answer of the class, as the database has it. */
async function storedAnswers(): Promise<Answer[]> {
  const attempts = await room.store.classes.listClassAttempts(seeded.assignment.id);
  return room.store.classes.listAnswersOf(attempts.map(({ attempt }) => attempt.id));
}

describe('the table of pupils', () => {
  it('agrees with an own count of what is stored', async () => {
    const { rows, items, total, counted } = await pupils();
    const answers = await storedAnswers();
    expect([total, counted]).toEqual([12, 12]);
    expect(rows.reduce((sum, { grade }) => sum + (grade?.points ?? 0), 0)).toBeCloseTo(
      answers.reduce((sum, { points }) => sum + points, 0),
      10,
    );
    for (const { id, nRight, n } of items) {
      const own = answers.filter(({ itemId }) => itemId === id);
      expect([n, nRight]).toEqual([own.length, own.filter(({ correct }) => correct).length]);
    }
  });

  it.each(['percent', 'points', 'bias', 'attempt', 'repairs'])(
    'sorts by %s both ways',
    async (by) => {
      const up = (await pupils({ sort: by })).rows;
      const down = (await pupils({ sort: `-${by}` })).rows;
      const valueOf = (row: (typeof up)[number]) => {
        if (by === 'bias') return row.bias?.value ?? null;
        if (by === 'attempt') return row.countedNo;
        if (by === 'repairs')
          return ['unanswered', 'wrong', 'partly', 'right'].indexOf(row.marks[0] ?? '');
        return row.grade?.[by as 'percent' | 'points'] ?? null;
      };
      const values = up.map(valueOf).filter((value) => value !== null);
      expect(values).toEqual(values.toSorted((one, other) => one - other));
      expect(down.map(valueOf).filter((value) => value !== null)).toEqual(values.toReversed());
      expect(new Set(down.map(({ id }) => id)).size).toBe(12);
    },
  );

  it('sorts by name where it is asked for no column', async () => {
    const names = (await pupils({ sort: 'constructor' })).rows.map(({ name }) => name);
    expect(names).toEqual(names.toSorted());
    expect((await pupils({ sort: '-name' })).rows.map(({ name }) => name)).toEqual(
      names.toReversed(),
    );
  });

  it('says who has not started and who is at work, and grades nothing of it', async () => {
    await seatLearner(room, seeded, 13);
    await answerAll(room, seeded, await seatLearner(room, seeded, 14), seededRandom('14'), 1, 3);
    const { rows, items, counted } = await pupils();
    expect(counted).toBe(12);
    expect(rows.slice(-2)).toMatchObject([
      { status: 'not_started', grade: null, bias: null },
      { status: 'in_progress', grade: null },
    ]);
    expect(rows.at(-1)?.marks.slice(2, 5)).toEqual(['right', 'unanswered', 'unanswered']);
    expect(new Set(items.map(({ n }) => n))).toEqual(new Set([12]));
    for (const sort of ['repairs', '-repairs'])
      expect((await pupils({ sort })).rows.at(-1)?.status).toBe('not_started');
  });

  it('takes nothing for finished because its bank is not served', async () => {
    await answerAll(room, seeded, await seatLearner(room, seeded, 13), seededRandom('13'), 1, 3);
    const library = { ...room.context.library, banks: new Map() };
    room = { ...room, app: makeApp({ ...room.context, library }) };
    const { rows, counted } = await pupils();
    expect([counted, rows.at(-1)?.status]).toEqual([12, 'in_progress']);
  });

  it('shows the attempt that counts', async () => {
    const last = seeded.learners.at(-1);
    if (!last) throw new Error('There are learners');
    await answerAll(room, seeded, last, () => 0, 1);
    const row = (await pupils()).rows.at(-1);
    expect(row).toMatchObject({ name: 'Learner 12', countedNo: 2, grade: { percent: 100 } });
    expect(new Set(row?.marks)).toEqual(new Set(['right']));
  });

  it('holds no name where names are off, nor their order', async () => {
    const page = await pupils({ isNamed: false });
    expect(JSON.stringify(page)).not.toContain('Learner ');
    expect(page.rows[0]?.name).toBe('Pupil 1');
    const one = page.rows[0]?.id ?? '';
    const pupil = await room.app.teaching.showPupil(seeded.assignment.id, one, seeded.instructor, {
      isNamed: false,
      attemptNo: null,
    });
    expect(pupil?.name).toBe('Pupil 1');
    expect(JSON.stringify(pupil)).not.toContain('Learner ');
  });

  it('shows two hundred at a time', async () => {
    for (let number = 13; number <= 250; number += 1) await seatLearner(room, seeded, number);
    const first = await pupils();
    expect([first.pages, first.rows.length, first.total]).toEqual([2, 200, 250]);
    expect((await pupils({ page: 2 })).rows).toHaveLength(50);
    expect((await pupils({ page: 99 })).page).toBe(2);
    expect((await pupils({ page: NaN })).page).toBe(1);
  });
});

describe('one pupil’s answers', () => {
  const view = { isNamed: true, attemptNo: null };

  it('are those of the attempt that counts, each with its passage and certainty', async () => {
    const [first] = seeded.learners;
    const id = first?.learner.id ?? '';
    const page = await room.app.teaching.showPupil(
      seeded.assignment.id,
      id,
      seeded.instructor,
      view,
    );
    const own = (await storedAnswers()).filter((answer) =>
      page?.answers.some(({ given }) => given === answer.inWords?.given),
    );
    expect(own.length).toBeGreaterThan(0);
    expect(page).toMatchObject({ name: 'Learner 01', shownNo: 1 });
    expect(page?.answers).toHaveLength(11);
    for (const { passages, given, right } of page?.answers ?? []) {
      expect(passages.length).toBeGreaterThan(0);
      expect([given === '', right === '']).toEqual([false, false]);
    }
  });

  it('are nobody’s for a learner of another class', async () => {
    const other = await openSeededClass(room);
    const stranger = await seatLearner(room, other, 1);
    const page = room.app.teaching.showPupil(
      seeded.assignment.id,
      stranger.learner.id,
      seeded.instructor,
      view,
    );
    expect(await page).toBeNull();
  });
});

describe('the questions', () => {
  it('come by those who were sure and wrong, and count as stored', async () => {
    const { questions: blocks, square } = await questions();
    const answers = await storedAnswers();
    const sureWrong = (itemId?: ItemId) =>
      answers.filter(
        (answer) =>
          !answer.correct &&
          isConfident(answer.certainty) &&
          (itemId ?? answer.itemId) === answer.itemId,
      ).length;
    const counts = blocks.map(({ itemId }) => sureWrong(itemId));
    expect(blocks.map(({ statistics }) => statistics.nConfidentWrong)).toEqual(counts);
    expect(counts).toEqual(counts.toSorted((one, other) => other - one));
    expect(square.sureWrong).toBe(sureWrong());
    for (const { itemId, answers: groups, options, statistics } of blocks) {
      const own = answers.filter((answer) => answer.itemId === itemId);
      expect(groups.reduce((sum, { n }) => sum + n, 0)).toBe(own.length);
      expect(groups.reduce((sum, group) => sum + (group.isRight ? group.n : 0), 0)).toBe(
        own.filter(({ correct }) => correct).length,
      );
      for (const { n, nLower, nMiddle, nUpper } of options)
        expect(nLower + nMiddle + nUpper).toBe(n);
      expect(statistics.n).toBe(12);
    }
  });

  it('say why in plain words, with the answer that most gave', async () => {
    const { questions: blocks } = await questions();
    const repairs = blocks.find(({ itemId }) => itemId === ('repairs' as ItemId));
    const wrong = repairs?.answers.filter(({ isRight }) => !isRight) ?? [];
    const top = wrong.toSorted((one, other) => other.nSure - one.nSure)[0];
    expect(repairs?.reasons[0]).toBe(
      `${repairs?.statistics.nConfidentWrong} of 12 were sure and wrong; ${top?.nSure} of them chose A, “Until Sunday”.`,
    );
  });

  it('keep their coefficients back until enough have finished', async () => {
    const few = await openSittingRoom();
    const small = await seedClass(few, 4);
    const page = await few.app.teaching.showQuality(small.assignment.id, small.instructor);
    expect(page).toMatchObject({ trust: 'none', test: { n: 4, alpha: null } });
    for (const { statistics } of page?.questions ?? []) {
      expect(statistics).toMatchObject({ facility: null, discriminationRestR: null });
      expect(statistics.flags).toEqual(['too_few']);
    }
    await few.store.close();
    const early = await room.app.teaching.showQuality(seeded.assignment.id, seeded.instructor);
    expect(early).toMatchObject({ trust: 'early', test: { alpha: null } });
    expect(early?.questions.every(({ statistics }) => statistics.facilityHi !== null)).toBe(true);
  });

  it('tell a version that was answered before from the present one', async () => {
    const [bank] = room.context.library.banks.values();
    if (!bank) throw new Error('The fixture bank is served');
    const items = bank.items
      .filter(({ id }) => id !== ('schools' as ItemId))
      .map((item) => (item.id === ('repairs' as ItemId) ? { ...item, version: 2 } : item));
    const banks = new Map([[bank.id, { ...bank, items }]]);
    const context = { ...room.context, library: { ...room.context.library, banks } };
    const app = makeApp(context);
    const { questions: blocks } = await questions({ app });
    const own = blocks.filter(({ itemId }) => itemId === ('repairs' as ItemId));
    expect(own).toMatchObject([
      { version: 1, isPresent: false, options: [], statistics: { n: 12 } },
      {
        version: 2,
        isPresent: true,
        statistics: { n: 0 },
        reasons: ['Nobody who has finished was asked it.'],
      },
    ]);
    const gone = await app.teaching.showItemAnalysis(
      seeded.assignment.id,
      'schools',
      seeded.instructor,
    );
    expect(gone).toMatchObject({ present: null, given: [], versions: [{ statistics: { n: 12 } }] });
  });

  it('have the problems that this class reported beside them, and no other’s', async () => {
    const report = {
      id: 'rep_1',
      bankId: seeded.assignment.bankId,
      itemId: 'repairs' as ItemId,
      itemVersion: 1,
      response: { option: 'a' },
      comment: 'It could be Sunday.',
      createdAt: room.clock.now,
    };
    const other = await openSeededClass(room);
    await room.store.addReport({ ...report, classId: seeded.classroom.id });
    await room.store.addReport({ ...report, id: 'rep_2', classId: other.classroom.id });
    expect((await questions()).reports).toMatchObject([
      { id: 'rep_1', comment: 'It could be Sunday.', given: '“Until Sunday”' },
    ]);
  });
});

describe('the guard', () => {
  it('gives nobody and no other instructor anything of a class', async () => {
    const other = await openSeededClass(room);
    const id = seeded.assignment.id;
    const learner: LearnerId | undefined = seeded.learners[0]?.learner.id;
    const { teaching } = room.app;
    for (const instructor of [null, other.instructor]) {
      expect(await teaching.showPupils(id, instructor, plainView)).toBeNull();
      expect(await teaching.showQuestions(id, instructor)).toBeNull();
      expect(await teaching.showQuality(id, instructor)).toBeNull();
      expect(await teaching.showItemAnalysis(id, 'repairs', instructor)).toBeNull();
      const view = { isNamed: true, attemptNo: null };
      expect(await teaching.showPupil(id, learner ?? '', instructor, view)).toBeNull();
    }
    expect(await teaching.showItemAnalysis(id, 'thunder', seeded.instructor)).toBeNull();
  });
});
