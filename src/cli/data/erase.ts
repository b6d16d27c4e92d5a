import { parseArgs } from 'node:util';
import type { Classroom } from '../../lib/quiz/classroom.ts';
import { isLearnerId, ownerOfLearner, type LearnerId } from '../../lib/quiz/ids.ts';
import { countContents } from '../../lib/server/classes/class-contents.ts';
import type { ErasedClass } from '../../lib/server/storage/class-store.ts';
import type { Store } from '../../lib/server/storage/store.ts';
import type { Command } from '../command.ts';
import { confirm } from './confirm.ts';
import { dayOf, everyClass, getClass, printable } from './find-classes.ts';
import { printProgress } from './print-progress.ts';
import { withStore } from './with-store.ts';

const usage = 'Usage: npm run data -- erase CLASS | LEARNER | --ended [--yes]';

/** What is to go, in lines, and how. */
interface Erasure {
  readonly lines: readonly string[];
  readonly run: () => Promise<ErasedClass>;
}

/** `data erase`: a class, a learner, or every class past its end, after saying what goes. */
export const erase: Command = {
  summary: 'CLASS | LEARNER | --ended [--yes]  deletes a class, a learner, or all that has ended',
  async run(args) {
    const { values, positionals } = readArgs(args);
    return withStore(async (store, place) => {
      const { lines, run } = await planOf(store, values.ended, positionals[0] ?? '');
      if (lines.length === 0) {
        console.log(`Nothing in ${place} is past its end.`);
        return 0;
      }
      console.log(`From ${place} this goes:\n${lines.map((line) => `  ${line}`).join('\n')}`);
      if (!values.yes && !(await confirm('Delete it for good?'))) {
        console.log('Nothing was deleted.');
        return 1;
      }
      console.error('Erasing …');
      const { learners, attempts, answers } = await run();
      console.log(`Erased: learners ${learners}, attempts ${attempts}, answers ${answers}.`);
      return 0;
    });
  },
};

function readArgs(args: readonly string[]) {
  const options = { ended: { type: 'boolean' }, yes: { type: 'boolean' } } as const;
  try {
    const read = parseArgs({ args: [...args], options, allowPositionals: true });
    const { ended = false, yes = false } = read.values;
    if (read.positionals.length === (ended ? 0 : 1)) {
      return { values: { ended, yes }, positionals: read.positionals };
    }
  } catch {
    // An option that there is not.
  }
  throw new Error(usage);
}

async function planOf(store: Store, isEnded: boolean, named: string): Promise<Erasure> {
  if (isEnded) return planEnded(store);
  if (isLearnerId(named)) return planLearner(store, named);
  const classroom = await getClass(store, named);
  return {
    lines: [await classLine(store, classroom)],
    run: () => store.classes.eraseClass(classroom.id),
  };
}

async function planEnded(store: Store): Promise<Erasure> {
  const nowMs = Date.now();
  const lines: string[] = [];
  for await (const each of everyClass(store)) {
    if (each.endsAt <= nowMs) lines.push(await classLine(store, each));
  }
  return {
    lines,
    run: () => store.classes.eraseEndedClasses(nowMs, printProgress('Erased', 'classes')),
  };
}

async function planLearner({ classes }: Store, id: LearnerId): Promise<Erasure> {
  const learner = await classes.findLearner(id);
  if (!learner) throw new Error(`No learner has the id ${id}. Nothing was deleted.`);
  const assignments = await classes.listAssignments(learner.classId);
  const lists = await Promise.all(
    assignments.map((each) => classes.listOwnAttempts(each.id, ownerOfLearner(id))),
  );
  const attempts = lists.flat();
  const answers = attempts.reduce((sum, { answered }) => sum + answered, 0);
  const counts = `attempts ${attempts.length}, answers ${answers}`;
  const line = `learner “${printable(learner.displayName)}” (${id}): ${counts}`;
  return { lines: [line], run: () => classes.eraseLearner(id) };
}

async function classLine(store: Store, { id, name, endsAt }: Classroom): Promise<string> {
  const contents = Object.entries(await countContents({ store }, id));
  const counts = contents.map(([kind, n]) => `${kind} ${n}`).join(', ');
  return `class “${printable(name)}” (${id}), ends ${dayOf(endsAt)}: ${counts}`;
}
