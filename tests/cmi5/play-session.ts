import type { Cmi5Session } from '../../src/lib/player/cmi5/session.ts';
import type { FakeLms } from './fake-lms.ts';
import type { Launch } from './lms-session.ts';
import { verbOf } from './rules.ts';

// The library is written for browsers, and looks for their name of the global object.
globalThis.self = globalThis as unknown as typeof globalThis.self;
const { openCmi5 } = await import('../../src/lib/player/cmi5/session.ts');

export { openCmi5 };

/** Where the unit stands. */
export const unitUrl = 'https://quiz.example/index.html';

/** A wait that never ends, for a page that is killed before its next try. */
export const forever = () => new Promise<void>(() => undefined);

/** Launches the unit; its clock goes on by 1.5 seconds whenever it is asked. */
export function open(
  lms: FakeLms,
  part: Partial<Launch> = {},
  wait = () => new Promise<void>((resolve) => setTimeout(resolve, 1)),
): Promise<Cmi5Session> {
  let now = Date.UTC(2026, 0, 1);
  return openCmi5({
    address: lms.launch(unitUrl, part),
    now: () => (now += 1500),
    wait,
  });
}

/** Answers two questions, and keeps the state after each. */
export function answerTwo(session: Cmi5Session): void {
  for (const item of ['one', 'two']) {
    session.answered({
      id: `https://quiz.example/banks/storm/items/${item}`,
      definition: { type: 'http://adlnet.gov/expapi/activities/cmi.interaction' },
      result: { success: true, response: 'a', score: { scaled: 1, raw: 1, min: 0, max: 1 } },
    });
    session.keep(`after ${item}`);
  }
}

/** The verbs of each session, in order. */
export function verbsOf({ sessions }: FakeLms): string[] {
  return sessions.map(({ statements }) => statements.map(verbOf).join(' '));
}

/** A whole session, to its end. */
export async function playAll(
  lms: FakeLms,
  part: Partial<Launch>,
  share: number,
  isPassed: boolean | null = null,
): Promise<Cmi5Session> {
  const session = await open(lms, part);
  answerTwo(session);
  session.finish(share, isPassed);
  await sentAll(session);
  await leave(lms, session);
  return session;
}

/** Waits until everything was sent, however often a try fails. */
export async function sentAll(session: Cmi5Session): Promise<void> {
  while (!(await session.settled())) session.again();
}

/** Leaves, and waits until the LMS knows of it. */
export async function leave(lms: FakeLms, session: Cmi5Session): Promise<void> {
  session.leave();
  while (!verbsOf(lms).at(-1)?.endsWith('terminated')) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
