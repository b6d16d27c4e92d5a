const marker = 'record/';

/** The seed of an attempt at one question that is asked again from the record. */
export function reviewSeed(random: string): string {
  return `${marker}${random}`;
}

/** True for an attempt that was begun from the record. */
export function isReview({ seed }: { readonly seed: string }): boolean {
  return seed.startsWith(marker);
}
