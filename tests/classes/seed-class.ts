import type { Fields } from '../../src/lib/item-types/contract.ts';
import type { Assignment, AssignmentSettings } from '../../src/lib/quiz/assignment.ts';
import { certainties } from '../../src/lib/quiz/certainty.ts';
import type { Classroom } from '../../src/lib/quiz/classroom.ts';
import { seededRandom, type Random } from '../../src/lib/quiz/draw.ts';
import type { InstructorId, LearnerId, OwnerId } from '../../src/lib/quiz/ids.ts';
import type { Delivered, ItemType } from '../../src/lib/quiz/item.ts';
import type { Learner } from '../../src/lib/quiz/learner.ts';
import { makeOwnerSecret, ownerOf } from '../../src/lib/server/owner.ts';
import { makeOwner, type SittingRoom } from '../attempts/sitting-room.ts';
import { stormItems, type GivenAnswer } from '../browser/storm.ts';
import { sampleForms } from '../items/sample-forms.ts';

/** What a room needs to have a class seeded in it. */
type Room = Pick<SittingRoom, 'app' | 'store' | 'clock'>;

/** A class whose learners have answered, and the browsers of all. */
export interface SeededClass {
  readonly classroom: Classroom;
  readonly assignment: Assignment;
  readonly instructor: InstructorId;
  /** What the instructor's browser holds in its cookie. */
  readonly instructorSecret: string;
  /** In the order of their numbers, from “Learner 01”. */
  readonly learners: readonly SeededLearner[];
}

/** A learner and the browser at which the learner sits. */
export interface SeededLearner {
  readonly learner: Learner;
  readonly owner: OwnerId;
  /** The secret behind {@link owner}. */
  readonly secret: string;
}

/** Settings of an assignment as a teacher would leave them. */
const plainSettings: AssignmentSettings = {
  title: 'The March storm',
  feedback: 'now',
  attemptsAllowed: null,
  certainty: 'asked',
  attemptRule: 'best',
  passPercent: null,
  closesAt: null,
};

/** Opens a class over the fixture bank, without learners. */
export async function openSeededClass(
  { app }: Room,
  settings: Partial<AssignmentSettings> = {},
): Promise<Omit<SeededClass, 'learners'>> {
  const instructorSecret = makeOwnerSecret();
  const instructor = ownerOf(instructorSecret) as string as InstructorId;
  const opened = await app.teaching.openClass(
    {
      name: 'Class 01',
      learnersBy: 'alias',
      timeZone: 'Europe/Vienna',
      bankId: 'storm',
      itemIds: [],
      settings: { ...plainSettings, ...settings },
    },
    instructor,
  );
  if (!opened) throw new Error('The fixture bank is served');
  return { ...opened, instructor, instructorSecret };
}

/** Seats a learner, “Learner 07” for 7, at a browser of their own. */
export async function seatLearner(
  { store, clock }: Room,
  { classroom }: Pick<SeededClass, 'classroom'>,
  number: number,
): Promise<SeededLearner> {
  const secret = makeOwnerSecret();
  const owner = ownerOf(secret) ?? makeOwner();
  const name = String(number).padStart(2, '0');
  const learner: Learner = {
    id: `lrn_${classroom.id.slice(4, 24)}${letters(number).padStart(6, 'a')}` as LearnerId,
    classId: classroom.id,
    displayName: `Learner ${name}`,
    firstName: null,
    lastName: null,
    email: null,
    studentNumber: null,
    rejoinCode: letters(number).toUpperCase().padStart(6, 'A'),
    createdAt: clock.now,
    joinedAt: clock.now,
  };
  const isSeated = await store.classes.joinLearner(learner, owner, 10_000);
  if (!isSeated) throw new Error(`${learner.displayName} is in the class already`);
  return { learner, owner, secret };
}

/** A number in the letters b to k. */
function letters(number: number): string {
  return [...String(number)].map((digit) => 'bcdefghijk'[Number(digit)]).join('');
}

/**
 * A class of so many learners who have all answered all of the fixture bank, the same at every call:
 * those with lower numbers know more, and everybody says how sure they are now and then.
 */
export async function seedClass(
  room: Room,
  count = 30,
  settings: Partial<AssignmentSettings> = {},
): Promise<SeededClass> {
  const opened = await openSeededClass(room, settings);
  const learners: SeededLearner[] = [];
  for (let number = 1; number <= count; number += 1) {
    const seated = await seatLearner(room, opened, number);
    learners.push(seated);
    await answerAll(room, opened, seated, seededRandom(`learner ${number}`), 1 - number / count);
  }
  return { ...opened, learners };
}

/** Answers every item of a new attempt; `skill`, 0 to 1, is how much the learner knows. */
export async function answerAll(
  room: Room,
  { assignment }: Pick<SeededClass, 'assignment'>,
  { owner }: Pick<SeededLearner, 'owner'>,
  random: Random,
  skill: number,
  limit = Infinity,
): Promise<void> {
  const { app, clock } = room;
  const started = await app.seats.startAssignment(assignment.id, owner, 'Europe/Vienna');
  if (started.kind !== 'started') throw new Error(`No attempt: ${started.kind}`);
  for (const { id, right, wrong } of stormItems.slice(0, limit)) {
    clock.now += 1000 * Math.ceil(20 * random());
    const where = { attemptId: started.attemptId, itemId: id, owner };
    const page = await app.openItem(where.attemptId, id, owner);
    if (page?.kind !== 'open') throw new Error(`${id} is not open`);
    const { type, delivered } = page.question;
    const isRight = random() < 0.25 + 0.7 * skill;
    // Some numbers among the samples stand for a unit, and are refused.
    const samples = type === 'numeric' ? [] : sampleForms(type, delivered);
    const sample = random() < 0.3 ? samples[Math.floor(random() * samples.length)] : undefined;
    const chosen =
      (isRight ? undefined : sample?.fields) ?? fieldsOf(type, delivered, isRight ? right : wrong);
    const certainty = certainties[Math.floor(random() * 7)];
    const fields = new Map([
      ...chosen,
      ['version', [String(page.version)]],
      ...(certainty ? [['certainty', [String(certainty)]] as const] : []),
    ] as [string, readonly string[]][]);
    const result = await app.answerItem(where, fields);
    if (result.kind !== 'stored') throw new Error(`${id}: ${JSON.stringify(result)}`);
  }
}

interface Entry {
  readonly text: string;
  readonly value: string;
}

/** The form by which an answer in words is given. */
function fieldsOf(type: ItemType, delivered: Delivered<ItemType>, given: GivenAnswer): Fields {
  const own = delivered as Partial<
    Record<'options' | 'sentences' | 'lefts' | 'rights', readonly Entry[]>
  >;
  const valueOf = (entries: readonly Entry[] | undefined, label: string) =>
    entries?.find(({ text }) => label.endsWith(text))?.value;
  if (typeof given === 'string')
    return new Map([[type === 'numeric' ? 'value' : 'entry', [given]]]);
  if ('order' in given) {
    const places = given.order.map((label, at) => [
      `place${valueOf(own.options, label)}`,
      [String(at + 1)],
    ]);
    return new Map(places as [string, string[]][]);
  }
  if ('match' in given) {
    const pairs = Object.entries(given.match).map(([left, right]) => [
      `match${valueOf(own.lefts, left)}`,
      [valueOf(own.rights, right) ?? ''],
    ]);
    return new Map(pairs as [string, string[]][]);
  }
  const named = given.map((label) => {
    const option = valueOf(own.options, label);
    const name = type.startsWith('verdict') ? 'verdict' : 'choice';
    return option === undefined
      ? (['pick', valueOf(own.sentences, label) ?? ''] as const)
      : ([name, option] as const);
  });
  return new Map(
    [...Map.groupBy(named, ([name]) => name)].map(([name, each]) => [
      name,
      each.map(([, value]) => value),
    ]),
  );
}
