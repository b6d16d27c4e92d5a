import type { ClassId, LearnerId } from '../../quiz/ids.ts';
import { makeCode, rejoinCodeLength } from '../../quiz/join-code.ts';
import { nameFault, type Learner } from '../../quiz/learner.ts';
import { freeAlias } from '../classes/show-join.ts';
import type { EnrolledUser, UserPlace } from '../storage/lti-store.ts';
import { storedText } from '../storage/stored-text.ts';
import type { LtiContext } from './lti-context.ts';
import { refused, type Refused } from './refusal.ts';

/** Somebody of a platform who is to be a learner here. */
export interface Newcomer {
  readonly place: UserPlace;
  /** As the platform calls them; null where it does not say. */
  readonly name: string | null;
  readonly isGradable: boolean;
}

/** Whom a launch or a list is of. */
export interface Enrolled extends EnrolledUser {
  readonly kind: 'enrolled';
  readonly isNew: boolean;
}

/** Names that are tried with a number behind them before a made-up one is taken. */
const numbered = 50;

/** The learner that a platform’s user is in a class; made where the user is new. */
export async function enrolLearner(
  context: LtiContext,
  { isGradable, name, place }: Newcomer,
): Promise<Enrolled | Refused> {
  const { store } = context;
  const known = await store.lti.findUser(place);
  if (known) {
    if (known.isGradable !== isGradable) await store.lti.noteGradable(place, isGradable);
    return { kind: 'enrolled', learnerId: known.learnerId, isGradable, isNew: false };
  }
  for await (const displayName of namesFor(context, place.classId, name)) {
    const learner = makeLearner(context, place.classId, displayName);
    const enrolled = await store.lti.enrolUser(place, learner, isGradable, context.classLimit);
    if (enrolled === 'full') {
      const { classLimit } = context;
      return refused('class-full', `CLASS_LIMIT above ${classLimit}`, `${classLimit} learners`);
    }
    if (enrolled === 'taken') continue;
    // Another’s launch of the same user may have been quicker.
    const user = await store.lti.findUser(place);
    if (user) return { kind: 'enrolled', ...user, isNew: user.learnerId === learner.id };
  }
  throw new Error('A class has room for a name that is free');
}

/** The name itself, with a number where somebody has it, then made-up names without end. */
async function* namesFor(
  context: LtiContext,
  classId: ClassId,
  named: string | null,
): AsyncGenerator<string> {
  const name = context.settings.names === 'keep' && named !== null ? storedText(named).trim() : '';
  if (nameFault(name) === null) {
    yield name;
    for (let number = 2; number <= numbered; number += 1) yield `${name} (${number})`;
  }
  for (;;) yield freeAlias(context, await context.store.classes.listLearners(classId));
}

function makeLearner(
  { now, randomText }: LtiContext,
  classId: ClassId,
  displayName: string,
): Learner {
  return {
    id: `lrn_${randomText(26)}` as LearnerId,
    classId,
    displayName,
    firstName: null,
    lastName: null,
    email: null,
    studentNumber: null,
    rejoinCode: makeCode(rejoinCodeLength, randomText),
    createdAt: now(),
    joinedAt: null,
  };
}
