import type { ClassContext } from '../classes/class-context.ts';
import type { Deliveries } from '../deliveries/deliveries.ts';
import type { Platform } from '../storage/lti-store.ts';
import type { FrameOrigins } from './frame-origins.ts';
import type { PlatformFetch } from './guarded-fetch.ts';
import type { PlatformKeys } from './platform-keys.ts';
import type { LtiSettings } from './settings.ts';

/** By what platforms are reached; one for the whole server. */
export interface Peers {
  /** Asks at addresses of a platform; of one that is only about to be registered where it is null. */
  readonly fetchFor: (platform: Pick<Platform, 'isTrusted'> | null) => PlatformFetch;
  readonly keys: PlatformKeys;
}

/** What the use cases of learning platforms are given beside {@link ClassContext}. */
export interface LtiContext extends ClassContext {
  readonly settings: LtiSettings;
  readonly peers: Peers;
  readonly frames: FrameOrigins;
  readonly deliveries: Pick<Deliveries, 'list' | 'request' | 'resend'>;
}
