import type { Say } from '../../messages/say.ts';
import type { ClassContext } from '../classes/class-context.ts';
import type { OpenedDeliveries, Outlet } from '../deliveries/open-deliveries.ts';
import { timerAlarm } from '../deliveries/sent.ts';
import type { Platform } from '../storage/lti-store.ts';
import type { ServiceContext } from './ask-service.ts';
import { makeFrameOrigins, type FrameOrigins } from './frame-origins.ts';
import { watchGrades } from './grade-watch.ts';
import { makePlatformFetch } from './guarded-fetch.ts';
import { makeLti, type Lti } from './lti.ts';
import { ltiOutlet } from './lti-outlet.ts';
import type { Peers } from './lti-context.ts';
import { makePlatformKeys } from './platform-keys.ts';
import { makePlatformTokens } from './platform-token.ts';
import type { LtiSettings } from './settings.ts';

type Base = Pick<ClassContext, 'library' | 'now' | 'randomText' | 'store'>;

/** By what this server talks to learning platforms; made before its queue is, which sends by it. */
export interface LtiLine {
  readonly peers: Peers;
  readonly service: ServiceContext;
  readonly frames: FrameOrigins;
  readonly outlet: Outlet;
}

/** Makes it for one server. */
export function makeLtiLine(base: Base, settings: LtiSettings): LtiLine {
  const fetchFor = (platform: Pick<Platform, 'isTrusted'> | null) =>
    makePlatformFetch({
      isTrusted: platform?.isTrusted ?? false,
      allowsLoopback: settings.allowsLoopback,
    });
  const tokens = makePlatformTokens({ ...base, fetchFor });
  const service = { fetchFor, tokens, now: base.now };
  return {
    peers: { fetchFor, keys: makePlatformKeys(fetchFor) },
    service,
    frames: makeFrameOrigins(base.store),
    outlet: ltiOutlet({ ...base, ...service }),
  };
}

/** Learning platforms of a running server. */
export interface OpenedLti {
  /** The use cases, in a reader’s language. */
  readonly ltiFor: (say: Say) => Lti;
  readonly close: () => Promise<void>;
}

/** Reads who may frame quizzes, begins to watch grades, and binds the use cases. */
export async function openLti(
  context: Omit<ClassContext, 'say'>,
  settings: LtiSettings,
  { frames, peers, service }: LtiLine,
  { deliveries }: Pick<OpenedDeliveries, 'deliveries'>,
  report: (error: unknown) => void,
): Promise<OpenedLti> {
  await frames.refresh();
  const { now, store } = context;
  const hasPlatforms = () => frames.list().length > 0;
  const watch = watchGrades({ store, now, alarm: timerAlarm, hasPlatforms, report }, deliveries);
  return {
    ltiFor: (say) => makeLti({ ...context, ...service, say, settings, peers, frames, deliveries }),
    close: watch.close,
  };
}
