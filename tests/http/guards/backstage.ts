import { english } from '../../../src/lib/messages/english.ts';
import {
  ownerOfLearner,
  type AttemptId,
  type InstructorId,
  type LearnerId,
  type OwnerId,
} from '../../../src/lib/quiz/ids.ts';
import { makeCode, rejoinCodeLength } from '../../../src/lib/quiz/join-code.ts';
import type { Learner } from '../../../src/lib/quiz/learner.ts';
import { makeApp, type App } from '../../../src/lib/server/app.ts';
import type { ClassContext } from '../../../src/lib/server/classes/class-context.ts';
import { makeLibrary } from '../../../src/lib/server/content/library.ts';
import { loadCollection } from '../../../src/lib/server/content/load-collection.ts';
import { makeGuessLimit } from '../../../src/lib/server/guess-limit.ts';
import { makeOwnerSecret, ownerOf } from '../../../src/lib/server/owner.ts';
import { randomText } from '../../../src/lib/server/random-text.ts';
import { openStore } from '../../../src/lib/server/storage/open.ts';
import { storagePlace } from '../../../src/lib/server/storage/place.ts';
import { stormContent } from '../../browser/storm.ts';
import type { OpenedClass } from '../../../src/lib/server/classes/open-class.ts';

/** The use cases over a running server's database, in this process. */
export interface Backstage {
  readonly app: App;
  readonly context: ClassContext;
}

/** Opens the database of a running server of the fixture bank; its store is the caller's to close. */
export async function goBackstage(dataDir: string): Promise<Backstage> {
  const store = await openStore(storagePlace({ DATA_DIR: dataDir }));
  const library = makeLibrary(await loadCollection({ contentDir: stormContent, sourcesDir: null }));
  const context = {
    library,
    store,
    now: () => Date.now(),
    randomText,
    tell: () => undefined,
    say: english.say,
    guessLimit: makeGuessLimit(),
    classLimit: 500,
  };
  return { app: makeApp(context), context };
}

/** Somebody at a browser: the secret of its cookie, and whom that names. */
interface Browser {
  readonly secret: string;
  readonly owner: OwnerId;
}

/** Somebody who has joined a class. */
export interface Seated extends Browser {
  readonly learner: Learner;
}

/** A class that is voting, with a correction on record, and who leads it. */
export interface LedClass extends OpenedClass {
  readonly instructor: Browser;
  readonly rescoreId: string;
}

function makeBrowser(): Browser {
  const secret = makeOwnerSecret();
  return { secret, owner: ownerOf(secret) as OwnerId };
}

/** A class of the whole fixture bank, which is asked its first question again. */
export async function openLedClass({ app, context }: Backstage, name: string): Promise<LedClass> {
  const instructor = makeBrowser();
  const opened = await app.teaching.openClass(
    {
      name,
      learnersBy: 'alias',
      timeZone: 'Europe/Vienna',
      bankId: 'storm',
      itemIds: [],
      settings: {
        title: 'The storm',
        feedback: 'now',
        attemptsAllowed: null,
        certainty: 'asked',
        attemptRule: 'best',
        passPercent: null,
        closesAt: null,
      },
    },
    instructor.owner as string as InstructorId,
  );
  const [asked, corrected] = opened?.assignment.itemIds ?? [];
  if (!opened || !asked || !corrected) throw new Error('The fixture bank is served');
  const { id } = opened.assignment;
  const { classes } = context.store;
  await classes.updateAssignment(id, { shown: { itemId: asked, stage: 'voting', round: 1 } });
  const rescoreId = `rsc_${randomText(26)}`;
  await classes.addRescore({
    id: rescoreId,
    assignmentId: id,
    itemId: corrected,
    kind: 'full-marks',
    accepted: null,
    reason: 'Two readings fit.',
    createdAt: context.now(),
    withdrawnAt: null,
  });
  return { ...opened, instructor, rescoreId };
}

/** Seats a learner of this name, who has begun and answered the first question. */
export async function seatLearner(
  { app, context }: Backstage,
  { assignment, classroom }: OpenedClass,
  displayName: string,
): Promise<Seated & { readonly attempt: AttemptId }> {
  const browser = makeBrowser();
  const learner: Learner = {
    id: `lrn_${randomText(26)}` as LearnerId,
    classId: classroom.id,
    displayName,
    firstName: null,
    lastName: null,
    email: null,
    studentNumber: null,
    rejoinCode: makeCode(rejoinCodeLength, randomText),
    createdAt: context.now(),
    joinedAt: context.now(),
  };
  if (!(await context.store.classes.joinLearner(learner, browser.owner, 100))) {
    throw new Error(`${displayName} could not join`);
  }
  const started = await app.seats.startAssignment(assignment.id, browser.owner, null);
  if (started.kind !== 'started') throw new Error(`Not begun: ${started.kind}`);
  await answerFirst({ app, context }, started.attemptId, ownerOfLearner(learner.id));
  return { ...browser, learner, attempt: started.attemptId };
}

/** An attempt outside classes, its only question answered wrongly. */
export async function finishAlone(backstage: Backstage, owner: OwnerId): Promise<AttemptId> {
  const { context } = backstage;
  const id = `att_${randomText(26)}` as AttemptId;
  const [bank] = [...context.library.banks.values()];
  const [item] = bank?.items ?? [];
  if (!bank || !item) throw new Error('The fixture bank is served');
  await context.store.createAttempt({
    id,
    owner,
    bankId: bank.id,
    seed: randomText(26),
    itemIds: [item.id],
    retryOf: null,
    marking: 'plain',
    inClass: null,
    startedAt: context.now(),
  });
  await answerFirst(backstage, id, owner);
  return id;
}

/** Answers an attempt's first question wrongly: the fixture bank's is one of choice. */
async function answerFirst({ context }: Backstage, attemptId: AttemptId, owner: OwnerId) {
  const attempt = await context.store.findAttempt(attemptId, owner);
  const [itemId] = attempt?.itemIds ?? [];
  if (!attempt || !itemId) throw new Error('The attempt was begun');
  const stored = await context.store.insertAnswer(
    {
      attemptId: attempt.id,
      itemId,
      itemVersion: 1,
      response: { option: 'b' },
      points: 0,
      maxPoints: 1,
      correct: false,
      certainty: 90,
      chance: 0.25,
      inWords: { given: 'Until Sunday', right: 'Until Tuesday' },
      answeredAt: context.now(),
    },
    owner,
  );
  if (!stored?.inserted) throw new Error('The answer was not stored');
}
