import type { AttemptContext } from '../attempts/context.ts';
import { tellAnswered, type Happening, type Tell } from '../attempts/happening.ts';
import { findSitting } from '../attempts/sitting.ts';
import type { HeardAnswer } from '../storage/delivery-store.ts';
import type { DeliveryContext } from './deliveries.ts';

/** Who hears of happenings, and requests what follows from them. It may hear of one more than once. */
export interface Listener {
  /** Under which the database notes down how far it has heard; never changes once released. */
  readonly name: string;
  readonly hear: (happening: Happening) => Promise<void>;
}

/** How listeners hear. */
export interface Hearing {
  readonly tell: Tell;
  /**
   * Lets every listener hear what it may have missed, for instance since the server was killed between
   * an answer and what followed from it.
   */
  readonly catchUp: () => Promise<void>;
  /** Resolves once everything that was told has been heard. */
  readonly heard: () => Promise<void>;
  /** As `heard`; notes down how far it was. */
  readonly close: () => Promise<void>;
}

/** What hearing needs. */
export type HearingContext = Pick<DeliveryContext, 'alarm' | 'now' | 'report'> &
  Omit<AttemptContext, 'tell'>;

/** An answer may be stored so much later than the moment that it bears, in milliseconds. */
const overlapMs = 60_000;
/** After which what could not be noted down is caught up with, in milliseconds. */
const againMs = 60_000;
/** How many answers are looked at together. */
const pageSize = 500;

/** Listeners of one server. A fault is reported, and made up for a minute later. */
export function makeHearing(context: HearingContext, listeners: readonly Listener[]): Hearing {
  const { alarm, now, report } = context;
  const { deliveries: store } = context.store;
  const underWay = new Set<Promise<void>>();
  let cancelAgain = (): void => undefined;
  let hasMissed = false;

  const missed = (error: unknown) => {
    report(error);
    hasMissed = true;
    cancelAgain();
    cancelAgain = alarm(againMs, () => track(catchUp()));
  };
  const track = (work: Promise<unknown>) => {
    const tracked: Promise<void> = work
      .then(() => undefined, missed)
      .finally(() => underWay.delete(tracked));
    underWay.add(tracked);
  };
  const catchUp = async () => {
    await hearMissed(context, listeners);
    hasMissed = false;
  };
  const heard = async () => {
    while (underWay.size > 0) await Promise.all(underWay);
  };
  return {
    tell: (happening) => {
      track(Promise.all(listeners.map((listener) => listener.hear(happening))));
    },
    catchUp,
    heard,
    async close() {
      cancelAgain();
      await heard();
      if (hasMissed) return;
      for (const { name } of listeners) await store.noteHeard(name, now());
    },
  };
}

async function hearMissed(context: HearingContext, listeners: readonly Listener[]): Promise<void> {
  const { deliveries: store } = context.store;
  const begun = context.now();
  for (const listener of listeners) {
    const sinceMs = await store.beginHearing(listener.name, begun);
    await retell(context, listener, sinceMs - overlapMs);
    await store.noteHeard(listener.name, begun);
  }
}

/** Tells a listener of every answer since a moment, and of the attempts that ended with one. */
async function retell(context: HearingContext, listener: Listener, sinceMs: number): Promise<void> {
  const { deliveries: store } = context.store;
  let page: HeardAnswer[] = [];
  do {
    page = await store.pageAnswers(sinceMs, page.at(-1) ?? null, pageSize);
    for (const answer of page) {
      const { answeredAt: atMs, attempt, classId, itemId } = answer;
      const happenings: Happening[] = [];
      const isLast = await isLastAnswer(context, answer);
      tellAnswered((each) => happenings.push(each), { attempt, classId, itemId, atMs }, isLast);
      for (const happening of happenings) await listener.hear(happening);
    }
  } while (page.length === pageSize);
}

/** True for the answer with which an attempt became complete; of those given at once the last asked. */
async function isLastAnswer(
  context: HearingContext,
  { answeredAt, attempt, itemId }: HeardAnswer,
): Promise<boolean> {
  const silent = { ...context, tell: () => undefined };
  const sitting = await findSitting(silent, attempt.id, attempt.owner);
  const questions = sitting?.questions ?? [];
  const isComplete = questions.every(
    ({ answer }) => answer !== null && answer.answeredAt <= answeredAt,
  );
  const last = questions.findLast(({ answer }) => answer?.answeredAt === answeredAt);
  return isComplete && last?.item.id === itemId;
}
