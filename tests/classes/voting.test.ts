import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Assignment, ShownItem } from '../../src/lib/quiz/assignment.ts';
import type { Classroom } from '../../src/lib/quiz/classroom.ts';
import type { ItemId, OwnerId } from '../../src/lib/quiz/ids.ts';
import { makeOwner, openSittingRoom, type SittingRoom } from '../attempts/sitting-room.ts';
import { instructor, makeClass } from './make-class.ts';

let room: SittingRoom;
let classroom: Classroom;
let assignment: Assignment;
let owner: OwnerId;

const show = (stage: ShownItem['stage'], round: number, itemId = 'repairs') =>
  room.store.classes.updateAssignment(assignment.id, {
    shown: { itemId: itemId as ItemId, stage, round },
  });
const asked = async () => (await room.app.seats.showSeat(classroom.id, owner))?.asked;
const look = (browser = owner) => room.app.seats.openVote(classroom.id, browser);

async function form(given: string): Promise<Map<string, readonly string[]>> {
  const page = await look();
  if (page?.kind !== 'open' || page.question.type !== 'single-choice') {
    throw new Error('The question is not asked');
  }
  const option = page.question.delivered.options.find(({ text }) => text === given);
  return new Map([
    ['version', [String(page.version)]],
    ['choice', [option?.value ?? '']],
    ['item', [page.along.item]],
    ['round', [page.along.round]],
  ]);
}

const vote = (fields: ReadonlyMap<string, readonly string[]>, browser = owner) =>
  room.app.seats.voteItem(classroom.id, browser, fields);

beforeEach(async () => {
  room = await openSittingRoom();
  ({ classroom, assignment } = await makeClass(room.context, { feedback: 'after-close' }));
  owner = makeOwner();
  const joiner = { owner, guesser: { browser: owner, address: '192.0.2.1' } };
  await room.app.seats.joinClass(classroom.code, joiner, new Map([['name', ['Learner 01']]]));
});
afterEach(() => room.store.close());

describe('a question that a class is asked again', () => {
  it('is nobody’s business outside the class', async () => {
    await show('voting', 1);
    expect(await look(makeOwner())).toBeNull();
    expect(await vote(await form('Until Tuesday'), makeOwner())).toEqual({ kind: 'unknown' });
  });

  it('is there only while it is asked', async () => {
    expect((await look())?.kind).toBe('none');
    await show('counts', 0);
    expect((await look())?.kind).toBe('none');
    await show('voting', 1);
    expect((await look())?.kind).toBe('open');
  });

  it('waits on the class’s page until it is answered, and shows there once its passage is', async () => {
    expect(await asked()).toBeNull();
    await show('voting', 1);
    expect(await asked()).toBe('vote');
    await vote(await form('Until Sunday'));
    expect(await asked()).toBeNull();
    await show('counts', 1);
    expect(await asked()).toBeNull();
    await show('voting', 2);
    expect(await asked()).toBe('vote');
    await show('passage', 2);
    expect(await asked()).toBe('passage');
    await show('passage', 1, 'schools');
    expect(await asked()).toBeNull();
  });

  it('is over once the assignment is closed, and can be asked after that', async () => {
    await show('voting', 1);
    await room.app.teaching.closeAssignment(assignment.id, instructor);
    expect(await asked()).toBeNull();
    await show('voting', 2);
    expect(await asked()).toBe('vote');
  });

  it('is answered once a round, and tells nothing before the passage is shown', async () => {
    await show('voting', 1);
    const fields = await form('Until Sunday');
    expect(await vote(fields)).toEqual({ kind: 'stored' });
    expect(await vote(fields)).toEqual({ kind: 'already-answered' });
    const counted = await look();
    expect(counted?.kind).toBe('counted');
    expect(JSON.stringify(counted)).not.toMatch(/zq[a-z]+zq/);
    await show('counts', 1);
    expect((await look())?.kind).toBe('counted');
    await show('voting', 2);
    expect((await look())?.kind).toBe('open');
    expect(await vote(await form('Until Tuesday'))).toEqual({ kind: 'stored' });
    await show('passage', 2);
    expect(await look()).toMatchObject({
      kind: 'revealed',
      reveal: { grade: 'right' },
      reviewed: { type: 'single-choice' },
    });
    const votes = await room.store.classes.listVotes(assignment.id, 'repairs' as ItemId);
    expect(votes.map(({ round, correct }) => [round, correct])).toEqual([
      [1, false],
      [2, true],
    ]);
  });

  it('shows nothing to a learner who did not answer it', async () => {
    await show('passage', 1);
    const page = await look();
    expect(page?.kind).toBe('none');
    expect(JSON.stringify(page)).not.toMatch(/zq[a-z]+zq/);
  });

  it('takes no answer to another question, another round, or none', async () => {
    await show('voting', 1);
    const fields = await form('Until Tuesday');
    await show('voting', 2);
    expect(await vote(fields)).toEqual({ kind: 'over' });
    await show('voting', 1, 'schools');
    expect(await vote(fields)).toEqual({ kind: 'over' });
    await show('passage', 1);
    expect(await vote(fields)).toEqual({ kind: 'over' });
    await show('voting', 1);
    expect(await vote(new Map(fields).set('version', ['7']))).toEqual({ kind: 'revised' });
    fields.delete('choice');
    expect(await vote(fields)).toMatchObject({ kind: 'unreadable' });
  });
});
