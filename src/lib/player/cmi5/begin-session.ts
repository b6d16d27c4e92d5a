import Cmi5, {
  type Activities,
  type ActivityName,
  type Cmi5Score,
  type Cmi5Statement,
} from '@rusticisoftware/cmi5';
import { keepBest, loadLaunch, type Cmi5Launch, type Reached } from './launch.ts';
import { makeOutbox, type Taken } from './outbox.ts';
import type { Cmi5Session, SessionWorld, StatedAnswer } from './session.ts';

type Make = (unit: Cmi5) => Cmi5Statement | null;

/** States `initialized` as soon as it can be, and everything after it in order. */
export function beginSession(world: SessionWorld, launch: Cmi5Launch): Cmi5Session {
  const { unit } = launch;
  const startedAt = world.now();
  let isOver = false;
  const outbox = outboxOf(world, launch);
  const state = (make: Make) => {
    if (!isOver) outbox.add(timed(unit, world.now(), startedAt, make));
  };
  state(() => unit.initializedStatement());
  state(() => owedBy(launch, passedBy));
  state(() => owedBy(launch, completedBy));
  return {
    ...offered(launch),
    answered: (answer) => state(() => answeredBy(unit, answer)),
    keep(text) {
      launch.kept = { ...launch.kept, state: text };
      state(() => null);
    },
    finish(share, isPassed) {
      keepBest(launch, { share, isPassed });
      state(() => passedBy(launch, { share, isPassed }));
      state(() => completedBy(launch));
    },
    again: outbox.again,
    settled: outbox.settled,
    leave() {
      if (isOver || !launch.isLoaded) return;
      state(() => failedBy(launch));
      state(() => unit.terminatedStatement());
      isOver = true;
      launch.store.postLast(outbox.takeRest().filter((each) => each !== null));
      void writeKept(launch);
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

function outboxOf(world: SessionWorld, launch: Cmi5Launch) {
  return makeOutbox<Cmi5Statement | null>({
    prepare: () => loadLaunch(launch),
    async send(statement) {
      const taken = statement ? await launch.store.put(statement) : 'taken';
      return taken === 'later' ? taken : writeKept(launch);
    },
    wait: world.wait,
  });
}

/** Writes what is kept where it has changed; what is browsed or reviewed leaves no trace. */
async function writeKept(launch: Cmi5Launch): Promise<Taken> {
  const { kept, store, unit, written } = launch;
  if (kept === written || unit.getLaunchMode() !== 'Normal') return 'taken';
  const taken = await store.writeDocument(kept);
  if (taken === 'taken') launch.written = kept;
  return taken;
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

/** What an earlier session had come to and could not state, for instance since its page was killed. */
function owedBy(
  launch: Cmi5Launch,
  make: (launch: Cmi5Launch, reached: Reached) => Cmi5Statement | null,
): Cmi5Statement | null {
  const { completed, reached } = launch.before;
  return completed || reached === null ? null : make(launch, reached);
}

/**
 * Passed by the LMS’s mark, else as the player judged; never again once it was passed. A session may
 * say once only that it was passed or failed (9.3): what is missed waits for a better try.
 */
function passedBy(launch: Cmi5Launch, { isPassed, share }: Reached): Cmi5Statement | null {
  const { kept, missedAt, unit } = launch;
  const score = scoreAt(share);
  const mastery = masteryOf(unit);
  const isReached = mastery === null ? isPassed : score.scaled >= mastery;
  if (unit.getLaunchMode() !== 'Normal' || isReached === null || kept.passed) return null;
  if (!isReached) {
    launch.missedAt = Math.max(missedAt ?? 0, share);
    return null;
  }
  launch.kept = { ...kept, passed: true };
  return unit.passedStatement(score);
}

/** Failed with the best share that missed the mark, where nothing that reached it followed. */
function failedBy({ kept, missedAt, unit }: Cmi5Launch): Cmi5Statement | null {
  return missedAt === null || kept.passed ? null : unit.failedStatement(scoreAt(missedAt));
}

/** Rounded down, so that no score reaches a mark by being rounded. */
function scoreAt(share: number): Cmi5Score {
  const scaled = Math.floor(share * 10_000 + 1e-6) / 10_000;
  return { scaled, raw: Math.floor(scaled * 100 + 1e-6), min: 0, max: 100 };
}

function completedBy(launch: Cmi5Launch): Cmi5Statement | null {
  const { kept, unit } = launch;
  if (unit.getLaunchMode() !== 'Normal' || kept.completed) return null;
  launch.kept = { ...kept, completed: true };
  return unit.completedStatement();
}
