import type { Fields } from '../../item-types/contract.ts';
import type { Classroom } from '../../quiz/classroom.ts';
import type { ClassId, LearnerId, OwnerId } from '../../quiz/ids.ts';
import { makeCode, readCode, rejoinCodeLength } from '../../quiz/join-code.ts';
import { foldedName, isListed, nameFault, nameLimit, type Learner } from '../../quiz/learner.ts';
import type { Guesser } from '../guess-limit.ts';
import { storedText } from '../storage/stored-text.ts';
import type { ClassContext } from './class-context.ts';
import { findJoinable, type NoClass } from './find-joinable.ts';

/** What became of the wish to join. Only `joined` changed anything. */
export type JoinResult =
  | { readonly kind: 'joined'; readonly classId: ClassId }
  | NoClass
  | {
      readonly kind: 'refused';
      /** In words: what is wrong, and what to do. */
      readonly message: string;
      /** False where what was written would be refused again. */
      readonly isKept: boolean;
    };

/** Who joins: a browser, and by what it is limited. */
export interface Joiner {
  readonly owner: OwnerId;
  readonly guesser: Guesser;
}

/**
 * Joins a class under a name, as somebody of its list, or by a student number. A browser that sits
 * there already stays who it is, so that a form sent twice makes nobody twice.
 */
export async function joinClass(
  context: ClassContext,
  code: string,
  { owner, guesser }: Joiner,
  fields: Fields,
): Promise<JoinResult> {
  const found = await findJoinable(context, code, guesser);
  if (found.kind !== 'found') return found;
  const { classroom } = found;
  const { classes } = context.store;
  const joined: JoinResult = { kind: 'joined', classId: classroom.id };
  if (await classes.findLearnerAt(owner, classroom.id)) return joined;
  const learners = await classes.listLearners(classroom.id);
  if (classroom.learnersBy === 'list') {
    const chosen = learners.find(({ id }) => id === fields.get('learner')?.[0]);
    if (!chosen) return refused(context.say('join.chooseFirst'));
    return claim(context, chosen, owner);
  }
  const name = storedText(fields.get('name')?.[0] ?? '');
  const fault = nameFault(name);
  if (fault) return refused(context.say(`join.name.${fault}`, { limit: nameLimit }));
  if (classroom.learnersBy === 'number' && learners.some(isListed)) {
    const find = () => learners.find(({ studentNumber }) => isSame(studentNumber, name)) ?? null;
    const guessed = await context.guessLimit.check(guesser, () => Promise.resolve(find()));
    if (guessed.kind === 'refused') return { kind: 'wait', waitS: guessed.waitS };
    if (guessed.found) return claim(context, guessed.found, owner);
    return refused(context.say('join.numberUnknown'));
  }
  const enrolled = await enrol(context, classroom, name, owner);
  // The class has gone meanwhile, or has room again, or a code was drawn twice.
  return enrolled ?? joinClass(context, code, { owner, guesser }, fields);
}

/** Comes back as a learner of the class, on this browser too. */
export async function rejoinClass(
  context: ClassContext,
  code: string,
  { owner, guesser }: Joiner,
  fields: Fields,
): Promise<JoinResult> {
  const found = await findJoinable(context, code, guesser);
  if (found.kind !== 'found') return found;
  const { id } = found.classroom;
  const { classes } = context.store;
  const written = readCode(fields.get('rejoin')?.[0] ?? '', rejoinCodeLength);
  if (written === null) return refused(context.say('join.rejoinForm'));
  const guessed = await context.guessLimit.check(guesser, () =>
    classes.findLearnerByRejoinCode(id, written),
  );
  if (guessed.kind === 'refused') return { kind: 'wait', waitS: guessed.waitS };
  if (!guessed.found) return refused(context.say('join.rejoinUnknown'));
  await classes.bindDevice(guessed.found.id, owner, context.now());
  return { kind: 'joined', classId: id };
}

function refused(message: string, isKept = true): JoinResult {
  return { kind: 'refused', message, isKept };
}

function isSame(one: string | null, other: string): boolean {
  return one !== null && foldedName(one) === foldedName(other);
}

/** Of two who choose the same name of the list the first has it; the other needs the rejoin code. */
async function claim(
  { now, say, store }: ClassContext,
  { classId, id }: Learner,
  owner: OwnerId,
): Promise<JoinResult> {
  if (await store.classes.claimLearner(id, owner, now())) return { kind: 'joined', classId };
  const isSeated = (await store.classes.findLearnerAt(owner, classId)) !== null;
  return isSeated ? { kind: 'joined', classId } : refused(say('join.hasJoined'), false);
}

/** Null where nothing in the class as it is now stands in the way. */
async function enrol(
  context: ClassContext,
  classroom: Classroom,
  name: string,
  owner: OwnerId,
): Promise<JoinResult | null> {
  const { classLimit, say, store } = context;
  const learner = makeLearner(context, classroom, name);
  const joined: JoinResult = { kind: 'joined', classId: classroom.id };
  if (await store.classes.joinLearner(learner, owner, classLimit)) return joined;
  // Its own form, sent twice, may have been quicker.
  if (await store.classes.findLearnerAt(owner, classroom.id)) return joined;
  const learners = await store.classes.listLearners(classroom.id);
  const isNumber = classroom.learnersBy === 'number';
  const ownMark = (each: Learner) => (isNumber ? each.studentNumber : each.displayName);
  if (learners.some((each) => isSame(ownMark(each), name))) {
    return refused(say(isNumber ? 'join.taken.number' : 'join.taken.alias'), false);
  }
  if (learners.length >= classLimit) return refused(say('join.full', { limit: classLimit }));
  return null;
}

function makeLearner(
  { now, randomText }: ClassContext,
  { id, learnersBy }: Classroom,
  name: string,
): Learner {
  const at = now();
  return {
    id: `lrn_${randomText(26)}` as LearnerId,
    classId: id,
    displayName: name,
    firstName: null,
    lastName: null,
    email: null,
    studentNumber: learnersBy === 'number' ? name : null,
    rejoinCode: makeCode(rejoinCodeLength, randomText),
    createdAt: at,
    joinedAt: at,
  };
}
