import { isError } from '../bank/codes.ts';
import { describeIssue } from '../bank/describe-issue.ts';
import { hasOnlyDrafts } from '../bank/drafts.ts';
import type { CheckedCollection } from '../bank/read-collection.ts';
import type { Say } from '../messages/say.ts';
import { english } from '../messages/english.ts';
import { makeApp, type App } from './app.ts';
import type { AttemptContext } from './attempts/context.ts';
import { eraseOldAnswers } from './attempts/erase-answers.ts';
import { readClassLimit } from './classes/class-context.ts';
import { deleteEndedClasses } from './classes/delete-class.ts';
import { readClassPolicy } from './classes/class-policy.ts';
import { makeLibrary } from './content/library.ts';
import { contentFolders, loadCollection } from './content/load-collection.ts';
import { timerAlarm } from './deliveries/sent.ts';
import { openDeliveries, type OpenedDeliveries } from './deliveries/open-deliveries.ts';
import {
  readFramePermission,
  strangersInPermission,
  withOrigins,
  type FramePermission,
} from './embed/frame-permission.ts';
import { makeExportDesk, type ExportDesk } from './exports/export-desk.ts';
import type { ThreadPath } from './exports/run-thread.ts';
import { makeGuessLimit, type GuessLimit } from './guess-limit.ts';
import type { Lti } from './lti/lti.ts';
import { dismissInstructors } from './lti/open-desk.ts';
import { makeLtiLine, openLti, type LtiLine } from './lti/open-lti.ts';
import { readLtiSettings } from './lti/settings.ts';
import { makeClassPulse, type ClassPulse } from './live/class-pulse.ts';
import { readPackagePolicy } from './packages/package-policy.ts';
import { randomText } from './random-text.ts';
import { readXapiSettings, type XapiSettings } from './xapi/settings.ts';
import { xapiOutlet } from './xapi/xapi-outlet.ts';
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
  /** Which pages may frame a quiz. */
  readonly framing: FramePermission;
  /** The use cases of learning platforms, in a reader's language. */
  readonly ltiFor: (say: Say) => Lti;
  readonly messages: readonly string[];
  /** The host of the record store to which answers are sent; null where there is none. */
  readonly recordStore: string | null;
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
  const { classLimit, framing, ltiSettings, packages, policy, recordStore } = readSettings(env);
  const collection = await loadCollection(contentFolders(env));
  const place = storagePlace(env);
  const store = await openStore(place);
  const exports = makeExportDesk({ database: place, thread });
  const library = makeLibrary(collection);
  const base = { library, store, now: () => Date.now(), randomText };
  const line = makeLtiLine(base, ltiSettings);
  const sending = openSending(base, line, recordStore);
  const context = { ...base, tell: sending.tell, guessLimit: makeGuessLimit(), classLimit };
  const stopTidying = await tidyDaily(context, sending);
  const lti = await openLti(context, ltiSettings, line, sending, console.error);
  const pulse = makeClassPulse();
  return {
    exports,
    framing: withOrigins(framing, line.frames.list),
    appFor: oncePerLanguage((say) => makeApp({ ...context, say }, policy, packages)),
    ltiFor: oncePerLanguage(lti.ltiFor),
    guessLimit: context.guessLimit,
    messages: [
      ...startMessages(collection),
      ...recordStoreMessages(recordStore),
      ...strangersInPermission(framing, library.banks),
    ],
    recordStore: recordStore && new URL(recordStore.endpoint).host,
    pulse,
    close: async () => {
      pulse.close();
      stopTidying();
      exports.close();
      // In this order: what asks for deliveries, what sends them, and where they are.
      for (const each of [lti, sending, store]) await each.close();
    },
  };
}

/** Makes something once for all readers of a language, by what says its messages. */
function oncePerLanguage<Made>(make: (say: Say) => Made): (say: Say) => Made {
  const made = new Map<Say, Made>();
  return (say) => {
    const known = made.get(say) ?? make(say);
    made.set(say, known);
    return known;
  };
}

/** The queue with whatever this server is set up to send. */
function openSending(
  base: Pick<AttemptContext, 'library' | 'now' | 'randomText' | 'store'>,
  { outlet }: LtiLine,
  recordStore: XapiSettings | null,
): OpenedDeliveries {
  const context = { ...base, say: english.say, fetch };
  return openDeliveries(
    {
      ...context,
      alarm: timerAlarm,
      chance: Math.random,
      report: console.error,
      note: console.error,
    },
    [outlet, ...(recordStore ? [xapiOutlet(context, recordStore)] : [])],
  );
}

/** Deletes and catches up with what is due, at once and then daily; gives what ends it. */
async function tidyDaily(
  context: Pick<AttemptContext, 'store' | 'now'>,
  sending: OpenedDeliveries,
): Promise<() => void> {
  // A backup under way, whose rows can't be erased yet, keeps no server from starting.
  const eraseOld = () =>
    Promise.all([
      eraseOldAnswers(context),
      deleteEndedClasses(context),
      context.store.lti.forgetPasses(context.now()),
      dismissInstructors(context),
    ]).catch(console.error);
  await eraseOld();
  await sending.start();
  const daily = setInterval(() => {
    void eraseOld();
    void sending.tidy().catch(console.error);
  }, dayMs);
  daily.unref();
  return () => clearInterval(daily);
}

function recordStoreMessages(settings: XapiSettings | null): string[] {
  return settings ? [`Answers are sent to the record store at ${settings.endpoint}.`] : [];
}

/** What the environment settles of a server; throws in words what can't be used. */
function readSettings(env: Readonly<Record<string, string | undefined>>) {
  return {
    classLimit: readClassLimit(env),
    policy: readClassPolicy(env),
    framing: readFramePermission(env),
    packages: readPackagePolicy(env),
    recordStore: readXapiSettings(env),
    ltiSettings: readLtiSettings(env),
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
