import type { Reference } from '../../bank/explainer.ts';
import type { AttemptId, OwnerId } from '../../quiz/ids.ts';
import { derivedAttemptId } from '../attempts/derived-attempt-id.ts';

const marker = 'explainer/';

/**
 * The seed of every draw in an explainer: one for all, so that a question stands the same at each
 * visit. It is no secret, and need not be: a draw does not tell the authored order.
 */
export function explainerSeed(slug: string): string {
  return `${marker}${slug}`;
}

/** The explainer in which an attempt's question was asked, by its name; null for a whole bank. */
export function explainerOf({ seed }: { readonly seed: string }): string | null {
  return seed.startsWith(marker) ? seed.slice(marker.length) : null;
}

/**
 * The id of the attempt that holds a browser's answer to a question of an explainer. It follows from
 * both, so that two posts that race meet in one attempt, where the first answer stands.
 */
export function inlineAttemptId(owner: OwnerId, slug: string, { name }: Reference): AttemptId {
  return derivedAttemptId(owner, slug, name);
}
