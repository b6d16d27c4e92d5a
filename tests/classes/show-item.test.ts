import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ItemId } from '../../src/lib/quiz/ids.ts';
import type { OpenedClass } from '../../src/lib/server/classes/open-class.ts';
import type { StageMove } from '../../src/lib/server/live/stage-item.ts';
import { answerStorm } from '../attempts/answer-storm.ts';
import { openSittingRoom, type SittingRoom } from '../attempts/sitting-room.ts';
import {
  beginAssignment,
  makeInstructor,
  openStormClass,
  seatLearner,
  type SeatedLearner,
} from './live-room.ts';

const instructor = makeInstructor();

let room: SittingRoom;
let opened: OpenedClass;
let learners: SeatedLearner[];
beforeEach(async () => {
  room = await openSittingRoom();
  opened = await openStormClass(room.context, instructor.id, { feedback: 'after-close' });
  learners = [];
  for (const given of ['Until Sunday', 'Until Sunday', 'Until Tuesday']) {
    const learner = await seatLearner(room.context, opened, `Zqname ${learners.length}`);
    const attemptId = await beginAssignment(room.context, opened.assignment.id, learner);
    const where = { attemptId, itemId: 'repairs', owner: learner.owner };
    await answerStorm(room, where, given);
    learners.push(learner);
  }
});
afterEach(() => room.store.close());

async function show(itemId = 'repairs') {
  const page = await room.app.teaching.showItem(opened.assignment.id, itemId, instructor.id);
  if (!page) throw new Error(`${itemId} is part of the assignment`);
  return page;
}

const stage = (move: StageMove, itemId = 'repairs', by = instructor.id) =>
  room.app.teaching.stageItem({ assignmentId: opened.assignment.id, itemId, move }, by);

const shown = async () =>
  (await room.store.classes.findAssignment(opened.assignment.id))?.shown ?? null;

/** A learner's vote in a round, by option id. */
async function vote(learner: SeatedLearner, round: number, option: string) {
  await room.store.classes.insertVote({
    assignmentId: opened.assignment.id,
    itemId: 'repairs' as ItemId,
    round,
    learnerId: learner.id,
    itemVersion: 1,
    response: { option },
    correct: option === 'b',
    votedAt: room.clock.now,
  });
}

const spread = async () =>
  (await show()).counts.map(({ id, before, after }) => [id, before, after]);

describe('an item on the projector', () => {
  it('begins with the counts, and holds nothing of what is right', async () => {
    const page = await show();
    expect(page).toMatchObject({
      stage: 'counts',
      isShown: false,
      tellsKey: true,
      joined: 3,
      answered: 3,
      answer: null,
      previous: null,
      next: 'wire-states',
    });
    expect(await spread()).toEqual([
      ['a', 2, null],
      ['b', 1, null],
      ['c', 0, null],
    ]);
    expect(JSON.stringify(page)).not.toMatch(/isKey|zqwhy|zqpassage|zqreply/);
  });

  it('names nobody at any stage', async () => {
    for (const move of ['counts', 'vote', 'passage'] as const) {
      await stage(move);
      expect(JSON.stringify(await show())).not.toMatch(/Zqname|lrn_/);
    }
  });

  it('sets the vote beside the first answers once one is held', async () => {
    await stage('vote');
    expect(await shown()).toEqual({ itemId: 'repairs', stage: 'voting', round: 1 });
    for (const learner of learners) await vote(learner, 1, 'b');
    expect((await show()).voted).toBe(3);
    await stage('passage');
    expect(await shown()).toEqual({ itemId: 'repairs', stage: 'passage', round: 1 });
    expect(await spread()).toEqual([
      ['a', 2, 0],
      ['b', 1, 3],
      ['c', 0, 0],
    ]);
  });

  it('begins a new round with every further vote, also after another item was shown', async () => {
    await stage('vote');
    const [first] = learners;
    if (first) await vote(first, 1, 'a');
    await stage('counts', 'wire-states');
    expect(await shown()).toEqual({ itemId: 'wire-states', stage: 'counts', round: 0 });
    await stage('vote');
    expect((await shown())?.round).toBe(2);
    expect((await show()).voted).toBe(0);
  });

  it('shows the key, the sentence and the passage only when asked to', async () => {
    await stage('passage');
    const { answer } = await show();
    expect(answer?.keys).toEqual(['b']);
    expect(answer?.sentence).toBe('The answer is “Until Tuesday”, according to Example Wire.');
    const marked = answer?.evidence.flatMap(({ quotations }) =>
      quotations.flatMap(({ segments }) => segments.filter(({ marked }) => marked)),
    );
    expect(marked?.map(({ text }) => text)).toEqual(['until Tuesday']);
  });

  it('stops', async () => {
    await stage('vote');
    await stage('stop');
    expect(await shown()).toBeNull();
  });

  it('warns of telling what is right only while that is kept from the class', async () => {
    await room.store.classes.updateAssignment(opened.assignment.id, { closedAt: room.clock.now });
    expect((await show()).tellsKey).toBe(false);
  });

  it.each([
    ['repairs', /^The answer is “Until Tuesday”, according to Example Wire\.$/],
    ['wire-states', /^The answer is “.+” and “.+”, according to Example Wire\.$/],
    ['households', /^The answer is 480,123/],
    ['worst-in-ten', /^No source searched states the claim\.$/],
    ['schools', /^The claim is contradicted by After the storm\.$/],
    ['publisher', /^The answer is “.+”, .+\.$/],
    ['night-order', /^The answer is .+\.$/],
    ['dark-hours', /^The answer is .+\.$/],
    ['pick-earlier', /^The answer is “.+\.$/],
    ['hurt', /^The claim is contradicted by Example Wire and After the storm\.$/],
  ])('says of %s what is right', async (itemId, sentence) => {
    await stage('passage', itemId);
    const page = await show(itemId);
    expect(page.answer?.sentence).toMatch(sentence);
    expect(page.answer?.why).not.toEqual([]);
  });

  it('is found and moved by nobody else', async () => {
    const { id } = opened.assignment;
    const other = makeInstructor().id;
    expect(await room.app.teaching.showItem(id, 'repairs', other)).toBeNull();
    expect(await room.app.teaching.showItem(id, 'repairs', null)).toBeNull();
    expect(await room.app.teaching.showItem(id, 'no-such', instructor.id)).toBeNull();
    expect(await stage('vote', 'repairs', other)).toBe(false);
    expect(await stage('vote', 'no-such')).toBe(false);
    expect(await shown()).toBeNull();
  });
});
