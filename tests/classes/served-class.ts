import type { AssignmentSettings } from '../../src/lib/quiz/assignment.ts';
import type { App } from '../../src/lib/server/app.ts';
import type { ClassContext } from '../../src/lib/server/classes/class-context.ts';
import type { OpenedClass } from '../../src/lib/server/classes/open-class.ts';
import { storagePlace } from '../../src/lib/server/storage/place.ts';
import type { TestServer } from '../http/server.ts';
import { answerStorm } from '../attempts/answer-storm.ts';
import { openSittingRoom } from '../attempts/sitting-room.ts';
import {
  beginAssignment,
  makeInstructor,
  openStormClass,
  seatLearner,
  type SeatedLearner,
} from './live-room.ts';

/** A class in a running server's database, beside the server: its use cases run in this process. */
export interface ServedClass extends OpenedClass {
  readonly app: App;
  readonly context: ClassContext;
  /** The cookie of the browser that leads it. */
  readonly cookie: string;
  readonly seat: (name: string) => Promise<SeatedLearner>;
  /** Begins, and answers the first question by its option's words. */
  readonly answer: (learner: SeatedLearner, given: string, certainty?: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The cookie by which a learner's browser is known. */
export function learnerCookie({ secret }: SeatedLearner): string {
  return `verbatim=${secret}`;
}

/** Opens a class of the fixture bank at a server. */
export async function serveClass(
  { dataDir }: TestServer,
  settings: Partial<AssignmentSettings> = {},
): Promise<ServedClass> {
  const place = storagePlace({ DATA_DIR: dataDir });
  const room = await openSittingRoom({ place, now: Date.now() });
  const { app, context, store } = room;
  const { id, secret } = makeInstructor();
  const opened = await openStormClass(context, id, settings);
  return {
    ...opened,
    app,
    context,
    cookie: `verbatim-teach=${secret}`,
    seat: (name) => seatLearner(context, opened, name),
    async answer(learner, given, certainty = 'skip') {
      const attemptId = await beginAssignment(context, opened.assignment.id, learner);
      const where = { attemptId, itemId: 'repairs', owner: learner.owner };
      await answerStorm(room, where, given, { certainty: [certainty] });
    },
    close: () => store.close(),
  };
}
