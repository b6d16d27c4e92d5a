import { makeCode, rejoinCodeLength, shownCode } from '../../quiz/join-code.ts';
import { foldedName, nameFault, nameLimit, type Learner } from '../../quiz/learner.ts';
import type { AttemptContext } from '../attempts/context.ts';
import type { ErasedClass } from '../storage/class-store.ts';
import { findLedLearner, type WhichLearner } from './led-learner.ts';

/** What became of a change; `said` tells the instructor in words. */
export type Changed =
  | { readonly kind: 'done'; readonly said: string }
  | { readonly kind: 'refused'; readonly said: string }
  /** Not a learner of a class that this browser leads. */
  | { readonly kind: 'unknown' };

/** Gives a learner another name; `null` for a plain one with a number that is free. */
export async function renameLearner(
  context: AttemptContext,
  which: WhichLearner,
  written: string | null,
): Promise<Changed> {
  const led = await findLedLearner(context, which);
  if (!led) return { kind: 'unknown' };
  const { say, store } = context;
  const { learner } = led;
  const displayName = written?.trim() ?? (await plainName(context, learner));
  const fault = nameFault(displayName);
  if (fault) return { kind: 'refused', said: say(`learners.name.${fault}`, { most: nameLimit }) };
  if (await store.classes.updateLearner(learner.id, { displayName })) {
    return { kind: 'done', said: say('learners.renamed', { name: displayName }) };
  }
  if (!(await findLedLearner(context, which))) return { kind: 'unknown' };
  return { kind: 'refused', said: say('learners.name.taken', { name: displayName }) };
}

async function plainName({ say, store }: AttemptContext, { classId }: Learner): Promise<string> {
  const learners = await store.classes.listLearners(classId);
  const taken = new Set(learners.map(({ displayName }) => foldedName(displayName)));
  for (let number = 1; ; number += 1) {
    const name = say('learners.plainName', { number: String(number).padStart(2, '0') });
    if (!taken.has(foldedName(name))) return name;
  }
}

/** Gives a learner a new rejoin code: the old one, seen by somebody else, opens nothing any more. */
export async function renewRejoinCode(
  context: AttemptContext,
  which: WhichLearner,
): Promise<Changed> {
  const led = await findLedLearner(context, which);
  if (!led) return { kind: 'unknown' };
  const { say, store, randomText } = context;
  const { id, displayName: name } = led.learner;
  const rejoinCode = makeCode(rejoinCodeLength, randomText);
  const isRenewed = await store.classes.updateLearner(id, { rejoinCode });
  if (!isRenewed) return renewRejoinCode(context, which);
  return { kind: 'done', said: say('learners.renewed', { name, code: shownCode(rejoinCode) }) };
}

/** Deletes a learner with everything that the learner answered in the class. */
export async function removeLearner(
  context: AttemptContext,
  which: WhichLearner,
): Promise<Changed> {
  const led = await findLedLearner(context, which);
  if (!led) return { kind: 'unknown' };
  const { attempts, answers }: ErasedClass = await context.store.classes.eraseLearner(
    led.learner.id,
  );
  return { kind: 'done', said: context.say('learners.removed', { attempts, answers }) };
}
