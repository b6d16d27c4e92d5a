import type { Sent } from './sent.ts';

/** Is told how each delivery of a group ended; null where it was given up. */
export type OutageLog = (group: string, sent: Sent | null) => void;

/**
 * Tells the administrator when a receiver begins to fail and when it is back, once each, and of every
 * delivery that it takes never.
 */
export function makeOutageLog(note: (line: string) => void): OutageLog {
  const failing = new Set<string>();
  return (group, sent) => {
    if (sent?.kind === 'refused') {
      note(
        `${group} takes a delivery never: ${sent.reason} (npm run data -- deliveries shows which; with --resend it is sent again)`,
      );
    } else if (sent?.kind === 'later' && !sent.isOwn && !failing.has(group)) {
      failing.add(group);
      note(
        `${group} takes nothing at the moment: ${sent.reason} (tried again; npm run data -- deliveries shows what waits)`,
      );
    }
    if (sent?.kind === 'delivered' && failing.delete(group))
      note(`${group} takes deliveries again.`);
  };
}
