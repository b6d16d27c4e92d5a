/** Milliseconds in which a height that comes again and again is taken for a loop with the host. */
const windowMs = 1000;
/** How often a height may come again within them. */
const mostReturns = 2;

/**
 * Says of each measured height which is to be told to the host, or null for none. A host that answers a
 * height by changing the frame's width may be answered by another height, and so on for ever: where two
 * heights take turns, the greater one is told and stays.
 */
export function makeHeightGuard(now: () => number): (height: number) => number | null {
  let recent: { readonly height: number; readonly at: number }[] = [];
  let last: number | null = null;
  return (height) => {
    recent = recent.filter(({ at }) => now() - at < windowMs);
    const returns = recent.filter((told) => told.height === height).length;
    const next =
      returns < mostReturns ? height : Math.max(...recent.map((told) => told.height), height);
    if (next === last) return null;
    last = next;
    recent.push({ height: next, at: now() });
    return next;
  };
}
