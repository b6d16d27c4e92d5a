import { backOffMs, longestGroupMs } from './back-off.ts';
import type { Sent } from './sent.ts';

/** How many of one group are sent at once. */
const mostAtOnce = 4;
/** So many failures in a row are an outage, and not one delivery's own trouble. */
const outageFailures = 3;

interface Group {
  underWay: number;
  /** In a row; while there are any, one at a time is tried. */
  failures: number;
  pausedUntil: number;
}

/** How the receivers are, in the memory of this server: one that fails holds up no other. */
export interface Groups {
  /** How many more of a group may be sent now. */
  readonly room: (group: string) => number;
  readonly begin: (group: string) => void;
  /** Notes down how one ended; true where it is the first to get through after an outage. */
  readonly end: (group: string, sent: Sent | null) => boolean;
  /** When the next group may be tried again; null where none is waiting. */
  readonly nextEnd: () => number | null;
}

/** Groups without any failure yet. */
export function makeGroups(now: () => number, chance: () => number): Groups {
  const groups = new Map<string, Group>();
  const groupOf = (name: string): Group => {
    const group = groups.get(name) ?? { underWay: 0, failures: 0, pausedUntil: 0 };
    groups.set(name, group);
    return group;
  };
  return {
    room(name) {
      const { failures, pausedUntil, underWay } = groupOf(name);
      if (pausedUntil > now()) return 0;
      return Math.max((failures > 0 ? 1 : mostAtOnce) - underWay, 0);
    },
    begin(name) {
      groupOf(name).underWay += 1;
    },
    end(name, sent) {
      const group = groupOf(name);
      group.underWay -= 1;
      if (sent?.kind === 'later' && sent.isOwn) return false;
      if (sent?.kind === 'later') return pause(group, sent.afterMs ?? 0, now(), chance());
      if (sent?.kind !== 'delivered' && sent?.kind !== 'refused') return false;
      const wasOut = group.failures >= outageFailures;
      group.failures = 0;
      group.pausedUntil = 0;
      return wasOut;
    },
    nextEnd() {
      const ends = [...groups.values()].map(({ pausedUntil }) => pausedUntil);
      const later = ends.filter((end) => end > now());
      return later.length === 0 ? null : Math.min(...later);
    },
  };
}

/** Those that were under way together count as one failure. */
function pause(group: Group, afterMs: number, nowMs: number, chance: number): false {
  if (group.pausedUntil <= nowMs) group.failures += 1;
  const ownMs = backOffMs(group.failures, longestGroupMs, chance);
  group.pausedUntil = Math.max(group.pausedUntil, nowMs + Math.max(ownMs, afterMs));
  return false;
}
