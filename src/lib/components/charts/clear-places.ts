/** A point of a chart: shares of its width and of its height, 0 to 1. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A chart as small as a phone shows it, in pixels: what is clear there is clear anywhere. */
const width = 264;
const height = 320;
/** Pixels between two numbers that can both be read. */
const apart = 23;
const steps = [0, 24, -24, 48, -48, 72, -72];

/**
 * How many pixels each number stands to the side of its place, so that it hides none before it; 0
 * where no side is free.
 */
export function clearPlaces(places: readonly Place[]): number[] {
  const taken: { readonly left: number; readonly top: number }[] = [];
  return places.map(({ x, y }) => {
    const top = y * height;
    const isFree = (left: number) =>
      left >= 0 &&
      left <= width &&
      taken.every((other) => Math.hypot(other.left - left, other.top - top) >= apart);
    const shift = steps.find((step) => isFree(x * width + step)) ?? 0;
    taken.push({ left: x * width + shift, top });
    return shift;
  });
}
