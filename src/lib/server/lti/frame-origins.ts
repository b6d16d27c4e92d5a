import type { Platform } from '../storage/lti-store.ts';
import type { Store } from '../storage/store.ts';

/** The origins of platforms, which may show quizzes in frames; in the memory of this server. */
export interface FrameOrigins {
  readonly list: () => readonly string[];
  /** Those of one platform. */
  readonly of: (platformId: string) => readonly string[];
  /** Reads them anew from the database. */
  readonly refresh: () => Promise<void>;
  /** Notes down an origin that a platform has named in a launch. */
  readonly add: (platformId: string, address: string | null) => Promise<void>;
}

/** Origins none of which is read yet. */
export function makeFrameOrigins({ lti }: Pick<Store, 'lti'>): FrameOrigins {
  let known: Awaited<ReturnType<typeof lti.listOrigins>> = [];
  let all: readonly string[] = [];
  const refresh = async () => {
    known = await lti.listOrigins();
    all = [...new Set(known.map(({ origin }) => origin))].sort();
  };
  const of = (platformId: string) =>
    known.filter((each) => each.platformId === platformId).map(({ origin }) => origin);
  return {
    list: () => all,
    of,
    refresh,
    async add(platformId, address) {
      const origin = originOf(address);
      if (origin === null || of(platformId).includes(origin)) return;
      await lti.addOrigin(platformId, origin);
      await refresh();
    },
  };
}

/** The origin of an address, if it is one that can frame pages; else null. */
export function originOf(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const { origin, protocol } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? origin : null;
}

/** The origins by which a platform is known from the beginning. */
export function originsOf({
  authEndpoint,
  issuer,
}: Pick<Platform, 'authEndpoint' | 'issuer'>): string[] {
  const origins = [issuer, authEndpoint].flatMap((address) => originOf(address) ?? []);
  return [...new Set(origins)];
}
