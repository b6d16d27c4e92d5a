import { digestOf } from '../../passage/digest.ts';
import type { Reference } from '../../bank/explainer.ts';
import type { AttemptId, OwnerId } from '../../quiz/ids.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz234567';
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
  const digest = digestOf(`${owner}/${slug}/${name}`) + digestOf(`${name}/${slug}/${owner}`);
  const signs = Array.from({ length: 26 }, (_sign, index) => {
    const byte = Number.parseInt(digest.slice(2 * index, 2 * index + 2), 16);
    return letters[byte % letters.length];
  });
  return `att_${signs.join('')}` as AttemptId;
}
