import Cmi5, {
  type Activities,
  type ActivityName,
  type Cmi5Score,
  type Cmi5Statement,
} from '@rusticisoftware/cmi5';
import { keepBest, loadLaunch, type Cmi5Launch, type Merit, type Reached } from './launch.ts';
import { makeOutbox, type Taken } from './outbox.ts';
import type { Cmi5Session, SessionWorld, StatedAnswer } from './session.ts';

const merits: readonly Merit[] = ['completed', 'passed'];

type Make = (unit: Cmi5) => Cmi5Statement | null;

/** States `initialized` as soon as it can be, and everything after it in order. */
export function beginSession(world: SessionWorld, launch: Cmi5Launch): Cmi5Session {
  const { unit } = launch;
  const { again, end, keep, settled, state } = outboxOf(world, launch);
  state(() => unit.initializedStatement());
  state(() => launch.owed.judged && passedBy(launch, launch.owed.judged));
  state(() => launch.owed.completed && completedBy(launch));
  keep();
  return {
    ...{ ...offered(launch), again, settled },
    isOver: () => launch.isOver,
    answered: (answer) => state(() => answeredBy(unit, answer)),
    keep(text) {
      launch.kept = { ...launch.kept, state: text };
      keep();
    },
    finish(share, isPassed) {
      keepBest(launch, { share, isPassed });
      state(() => passedBy(launch, { share, isPassed }));
      state(() => completedBy(launch));
      keep();
    },
    leave() {
      if (!launch.isLoaded) return;
      state(() => failedBy(launch));
      state(() => unit.terminatedStatement());
      const rest = end();
      // An LMS may take nothing once the session has ended.
      void writeKept(launch);
      launch.store.postLast(rest);
    },
  };
}

/** What the LMS has offered by now. */
function offered({ isLoaded, kept, unit }: Cmi5Launch) {
  return {
    resumed: kept.state === '' ? null : kept.state,
    masteryScore: isLoaded ? masteryOf(unit) : null,
    returnUrl: isLoaded ? returnUrlOf(unit) : null,
    isNormal: !isLoaded || unit.getLaunchMode() === 'Normal',
  };
}

/** What is on its way to the LMS, until the session ends. */
function outboxOf(world: SessionWorld, launch: Cmi5Launch) {
  const startedAt = world.now();
  const outbox = makeOutbox<Cmi5Statement | null>({
    prepare: () => loadLaunch(launch),
    async send(statement) {
      if (!statement) return writeKept(launch);
      const taken = await launch.store.put(statement);
      if (taken !== 'later') noteStated(launch, statement, taken);
      return taken;
    },
    wait: world.wait,
  });
  let isOver = false;
  const keep = () => {
    if (!isOver) outbox.add(() => null);
  };
  return {
    ...outbox,
    keep,
    state(make: Make) {
      // First what was answered, since the page may be killed: what is owed can be stated later.
      keep();
      if (!isOver) outbox.add(timed(launch.unit, world.now(), startedAt, make));
    },
    end() {
      isOver = true;
      return outbox.takeRest().filter((each) => each !== null);
    },
  };
}

/** Writes what is kept where it has changed; what is browsed or reviewed leaves no trace. */
async function writeKept(launch: Cmi5Launch): Promise<Taken> {
  const { kept, store, unit, written } = launch;
  if (kept === written || unit.getLaunchMode() !== 'Normal') return 'taken';
  launch.written = kept;
  const taken = await store.writeDocument(kept);
  if (taken !== 'taken' && launch.written === kept) launch.written = written;
  return taken;
}

/** Notes what became of a statement. That the LMS bars the last answer tells that the session is over. */
function noteStated(launch: Cmi5Launch, { verb }: Cmi5Statement, taken: Taken): void {
  const name = verb.id.split('/').at(-1);
  const merit = merits.find((each) => each === name);
  if (merit) launch.kept = { ...launch.kept, [merit]: true };
  if (name === 'answered') launch.isOver = taken === 'barred';
}

/** A statement with the moment at which it came about, whenever it is made. */
function timed(unit: Cmi5, atMs: number, startedAt: number, make: Make) {
  return (): Cmi5Statement | null => {
    const statement = make(unit);
    if (!statement) return null;
    statement.timestamp = new Date(atMs).toISOString();
    if (statement.result?.duration !== undefined) {
      statement.result.duration = Cmi5.convertMillisecondsToISO8601Duration(atMs - startedAt);
    }
    return statement;
  };
}

function returnUrlOf(unit: Cmi5): string | null {
  const address = unit.getReturnURL() ?? '';
  return /^https?:\/\//i.test(address) ? address : null;
}

function masteryOf(unit: Cmi5): number | null {
  const score = unit.getMasteryScore();
  return score === null ? null : Number(score);
}

/** “Answered” is no verb of cmi5’s own: it bears none of its categories (9.6.2). */
function answeredBy(unit: Cmi5, { definition, id, result }: StatedAnswer): Cmi5Statement | null {
  if (unit.getLaunchMode() !== 'Normal') return null;
  const statement = unit.prepareStatement('http://adlnet.gov/expapi/verbs/answered');
  statement.verb = { ...statement.verb, display: { en: 'answered' } };
  statement.object = { id, definition };
  statement.result = { ...result };
  const { context } = statement;
  // What the LMS’s template names stays (10.2.1).
  const parent = [...listOf(context.contextActivities?.['parent']), { id: unit.getActivityId() }];
  context.contextActivities = { ...context.contextActivities, parent };
  return statement;
}

/** Activities of a context, where one may stand by itself (xAPI 1.0.3, Data 2.4.6.2). */
function listOf(activities: Activities | undefined): readonly ActivityName[] {
  if (activities === undefined) return [];
  return 'id' in activities ? [activities] : activities;
}

/**
 * Passed by the LMS’s mark, else as the player judged; never again once it was passed. A session may
 * say once only that it was passed or failed (9.3): what is missed waits for a better try.
 */
function passedBy(launch: Cmi5Launch, { isPassed, share }: Reached): Cmi5Statement | null {
  const { missedAt, stated, unit } = launch;
  const score = scoreAt(share);
  const mastery = masteryOf(unit);
  const isReached = mastery === null ? isPassed : score.scaled >= mastery;
  if (unit.getLaunchMode() !== 'Normal' || isReached === null || stated.has('passed')) return null;
  if (!isReached) {
    launch.missedAt = Math.max(missedAt ?? 0, share);
    return null;
  }
  stated.add('passed');
  return unit.passedStatement(score);
}

/** Failed with the best share that missed the mark, where nothing that reached it followed. */
function failedBy({ missedAt, stated, unit }: Cmi5Launch): Cmi5Statement | null {
  return missedAt === null || stated.has('passed') ? null : unit.failedStatement(scoreAt(missedAt));
}

/** Rounded down, so that no score reaches a mark by being rounded. */
function scoreAt(share: number): Cmi5Score {
  const scaled = Math.floor(share * 10_000 + 1e-6) / 10_000;
  return { scaled, raw: Math.floor(scaled * 100 + 1e-6), min: 0, max: 100 };
}

function completedBy(launch: Cmi5Launch): Cmi5Statement | null {
  const { stated, unit } = launch;
  if (unit.getLaunchMode() !== 'Normal' || stated.has('completed')) return null;
  stated.add('completed');
  return unit.completedStatement();
}
