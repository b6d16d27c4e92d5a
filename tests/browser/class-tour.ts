import type { BrowserContext, Page } from 'playwright-core';
import type { AssignmentSettings } from '../../src/lib/quiz/assignment.ts';
import { seededRandom } from '../../src/lib/quiz/draw.ts';
import type { SittingRoom } from '../attempts/sitting-room.ts';
import {
  answerAll,
  openSeededClass,
  seatLearner,
  seedClass,
  type SeededClass,
  type SeededLearner,
} from '../classes/seed-class.ts';
import { openServedRoom } from '../classes/served-room.ts';
import type { TestServer } from '../http/server.ts';

/** A page of a class in one of its states, and whose browser sees it. */
export interface Stop {
  readonly name: string;
  readonly path: string;
  /** A cookie as `name=value`; empty for nobody's browser. */
  readonly cookie: string;
}

/** Every page of classes in every state, in a running server's database. */
export interface ClassTour {
  readonly teachers: readonly Stop[];
  readonly learners: readonly Stop[];
  readonly close: () => Promise<void>;
}

/** Opens a page of the tour, in the browser of whom it is for, with all that can be unfolded unfolded. */
export async function visitStop(
  context: BrowserContext,
  origin: string,
  { cookie, path }: Stop,
): Promise<Page> {
  await context.clearCookies();
  const [name = '', value = ''] = cookie.split('=');
  if (cookie) await context.addCookies([{ name, value, url: origin }]);
  const page = await context.newPage();
  await page.goto(`${origin}${path}`);
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  return page;
}

type Led = Omit<SeededClass, 'learners'>;

const leads = ({ instructorSecret }: Led) => `verbatim-teach=${instructorSecret}`;
const sits = ({ secret }: SeededLearner) => `verbatim=${secret}`;

/** Sets up a class of thirty, an empty one, a closed one, one that keeps what is right, and one that votes. */
export async function openClassTour(server: TestServer): Promise<ClassTour> {
  const room = await openServedRoom(server);
  const full = await seedClass(room, 30);
  const empty = await openSeededClass(room);
  const closed = await seedClass(room, 3);
  await room.store.classes.updateAssignment(closed.assignment.id, { closedAt: room.clock.now });
  const votes = await votingStops(room);
  return {
    teachers: [
      { name: 'teach-home', path: '/teach', cookie: leads(full) },
      { name: 'teach-deleted', path: '/teach/deleted?learners=30&answers=324', cookie: '' },
      ...ledStops('class-of-30', full, full.learners[2]),
      ...ledStops('empty-class', empty),
      ...ledStops('closed', closed).filter(({ name }) => /assignment|live|results$/.test(name)),
      ...votes.filter(({ name }) => name.startsWith('wall')),
    ],
    learners: [
      { name: 'join', path: '/join', cookie: '' },
      { name: 'join-unreadable', path: '/join?code=hello', cookie: '' },
      { name: 'join-unknown', path: '/join/BCDFGHJKM', cookie: '' },
      { name: 'join-class', path: `/join/${full.classroom.code}`, cookie: '' },
      { name: 'privacy', path: '/privacy', cookie: '' },
      ...(await seatedStops(room, 'now')),
      ...(await seatedStops(room, 'after-close')),
      ...closed.learners.slice(0, 1).map((each) => homeOf('class-closed', closed, each)),
      ...votes.filter(({ name }) => name.startsWith('vote')),
    ],
    close: () => room.store.close(),
  };
}

function homeOf(name: string, { classroom }: Led, learner: SeededLearner): Stop {
  return { name, path: `/classes/${classroom.id}`, cookie: sits(learner) };
}

/** The pages of an instructor, for one class; of a learner's own page where one is named. */
function ledStops(state: string, led: Led, one?: SeededLearner): Stop[] {
  const [home, task] = [
    `/teach/classes/${led.classroom.id}`,
    `/teach/assignments/${led.assignment.id}`,
  ];
  const paths: readonly (readonly [string, string])[] = [
    ['class', home],
    ['keys', `${home}/keys`],
    ['projector', `${home}/projector`],
    ['learners', `${home}/learners`],
    ['settings', `${home}/settings`],
    ['assign', `${home}/assign?bank=storm`],
    ['assignment', task],
    ['live', `${task}/live`],
    ['wall', `${task}/show/repairs`],
    ['results', `${task}/results`],
    ['questions', `${task}/results/questions`],
    ['quality', `${task}/results/quality`],
    ['question', `${task}/items/repairs`],
    ['downloads', `${task}/downloads`],
    ['moodle', `${task}/downloads/lms/moodle`],
    ['canvas', `${task}/downloads/lms/canvas`],
    ...(one
      ? ([
          ['learner', `${home}/learners?learner=${one.learner.id}`],
          ['pupil', `${task}/results/${one.learner.id}`],
        ] as const)
      : []),
  ];
  return paths.map(([name, path]) => ({ name: `${state}-${name}`, path, cookie: leads(led) }));
}

/** A learner's class page before the start, half-way and at the end, and the question in between. */
async function seatedStops(
  room: SittingRoom,
  feedback: AssignmentSettings['feedback'],
): Promise<Stop[]> {
  const led = await openSeededClass(room, { feedback, attemptsAllowed: 2 });
  const stops: Stop[] = [];
  for (const [index, [state, answered]] of (
    [
      ['new', null],
      ['begun', 4],
      ['done', Infinity],
    ] as const
  ).entries()) {
    const learner = await seatLearner(room, led, index + 1);
    const name = `class-${feedback}-${state}`;
    stops.push(homeOf(name, led, learner));
    if (answered === null) continue;
    await answerAll(room, led, learner, seededRandom(name), 0.5, answered);
    const [own] = await room.store.classes.listClassAttempts(led.assignment.id, [
      learner.learner.id,
    ]);
    const attempt = `/attempts/${own?.attempt.id}`;
    const cookie = sits(learner);
    stops.push({ name: `${name}-attempt`, path: attempt, cookie });
    stops.push({ name: `${name}-answered`, path: `${attempt}/items/repairs`, cookie });
  }
  return stops;
}

/** A vote: asked, counted and shown, for a learner and on the wall; and nothing asked. */
async function votingStops(room: SittingRoom): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (const [stage, hasVoted] of [
    [null, false],
    ['voting', false],
    ['voting', true],
    ['passage', true],
  ] as const) {
    const led = await openSeededClass(room);
    const [itemId] = led.assignment.itemIds;
    const learner = await seatLearner(room, led, 1);
    if (stage && itemId) {
      const shown = { itemId, stage, round: 1 };
      await room.store.classes.updateAssignment(led.assignment.id, { shown });
      const wall = `/teach/assignments/${led.assignment.id}/show/${itemId}`;
      const vote = { ...shown, learnerId: learner.learner.id, response: { option: 'a' } };
      const of = { assignmentId: led.assignment.id, itemVersion: 1, correct: false };
      if (hasVoted) await room.store.classes.insertVote({ ...vote, ...of, votedAt: 1 });
      stops.push({ name: `wall-${stage}`, path: wall, cookie: leads(led) });
    }
    const vote = `/classes/${led.classroom.id}/vote`;
    stops.push({
      name: `vote-${stage ?? 'none'}${hasVoted ? '-given' : ''}`,
      path: vote,
      cookie: sits(learner),
    });
  }
  return stops;
}
