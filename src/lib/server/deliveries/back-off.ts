/** How long a delivery waits after its first failure, in milliseconds. */
const firstMs = 5_000;

/** The longest that a delivery waits between two tries: six hours. */
export const longestDeliveryMs = 6 * 60 * 60 * 1000;
/** The longest that a whole group waits until one of it is tried again: a quarter of an hour. */
export const longestGroupMs = 15 * 60 * 1000;

/**
 * Milliseconds to wait after so many failures in a row (from 1): twice as long each time, up to a
 * longest, less up to half by chance (0 to 1), so that what failed together is not tried together.
 */
export function backOffMs(failures: number, longestMs: number, chance: number): number {
  const wholeMs = Math.min(firstMs * 2 ** (failures - 1), longestMs);
  return Math.round(wholeMs * (1 - chance / 2));
}
