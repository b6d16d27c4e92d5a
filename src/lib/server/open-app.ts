import { isError } from '../bank/codes.ts';
import { describeIssue } from '../bank/describe-issue.ts';
import { hasOnlyDrafts } from '../bank/drafts.ts';
import type { CheckedCollection } from '../bank/read-collection.ts';
import type { Say } from '../messages/say.ts';
import { makeApp, type App } from './app.ts';
import { eraseOldAnswers } from './attempts/erase-answers.ts';
import { readClassLimit } from './classes/class-context.ts';
import { deleteEndedClasses } from './classes/delete-class.ts';
import { readClassPolicy } from './classes/class-policy.ts';
import { makeLibrary } from './content/library.ts';
import { contentFolders, loadCollection } from './content/load-collection.ts';
import { makeExportDesk, type ExportDesk } from './exports/export-desk.ts';
import type { ThreadPath } from './exports/run-thread.ts';
import { makeGuessLimit, type GuessLimit } from './guess-limit.ts';
import { makeClassPulse, type ClassPulse } from './live/class-pulse.ts';
import { randomText } from './random-text.ts';
import { openStore } from './storage/open.ts';
import { storagePlace } from './storage/place.ts';

/** How often outdated answers are looked for: once a day. */
const dayMs = 24 * 60 * 60 * 1000;

/** A running app, what it has to say of its start, and how it is ended. */
export interface OpenedApp {
  /** The use cases, in a reader's language. */
  readonly appFor: (say: Say) => App;
  /** Writes the files that leave, beside everything else. */
  readonly exports: ExportDesk;
  readonly messages: readonly string[];
  /** The one by which every kind of code of this server is guarded. */
  readonly guessLimit: GuessLimit;
  /** The streams that tell browsers of changes in their classes. */
  readonly pulse: ClassPulse;
  readonly close: () => Promise<void>;
}

/** Loads the banks, opens the database and binds the use cases to them; `thread` writes exports. */
export async function openApp(
  env: Readonly<Record<string, string | undefined>>,
  thread: ThreadPath = 'src/lib/server/exports/export-thread.ts',
): Promise<OpenedApp> {
  const classLimit = readClassLimit(env);
  const policy = readClassPolicy(env);
  const collection = await loadCollection(contentFolders(env));
  const place = storagePlace(env);
  const store = await openStore(place);
  const exports = makeExportDesk({ database: place, thread });
  const library = makeLibrary(collection);
  const context = {
    library,
    store,
    now: () => Date.now(),
    randomText,
    guessLimit: makeGuessLimit(),
    classLimit,
  };
  // A backup under way, whose rows can't be erased yet, keeps no server from starting.
  const eraseOld = () =>
    Promise.all([eraseOldAnswers(context), deleteEndedClasses(context)]).catch(console.error);
  await eraseOld();
  const daily = setInterval(() => void eraseOld(), dayMs);
  daily.unref();
  const pulse = makeClassPulse();
  return {
    exports,
    appFor: (say) => makeApp({ ...context, say }, policy),
    guessLimit: context.guessLimit,
    messages: startMessages(collection),
    pulse,
    close: async () => {
      pulse.close();
      clearInterval(daily);
      exports.close();
      await store.close();
    },
  };
}

function startMessages({ banks, files, issues }: CheckedCollection): string[] {
  const items = banks.reduce((sum, bank) => sum + bank.items.length, 0);
  const errors = issues.filter(isError).map(describeIssue);
  const unready = files.filter(hasOnlyDrafts).length;
  const held = files.length - unready - banks.length;
  return [
    `Banks served: ${banks.length}, with ${items} items.`,
    ...(held > 0 ? [`Banks held back until their faults are mended: ${held}`] : []),
    ...(unready > 0 ? [`Banks not served because they hold nothing but drafts: ${unready}`] : []),
    ...errors,
  ];
}
