import type { Say } from '../messages/say.ts';
import type { VerdictLabel } from '../quiz/verdict-label.ts';

/**
 * A reply that is true by definition of the right label, for a wrong one whose author wrote none;
 * null where the right one was chosen.
 */
export function defaultReply(key: VerdictLabel, chosen: VerdictLabel, say: Say): string | null {
  return key === chosen ? null : say(`reply.${key}`, { chosen });
}
