/** What stands where two texts part, a few words of each: "“Zhou Hao” instead of “Zhou Hoa”". */
export interface Difference {
  readonly written: string;
  readonly printed: string;
}

/** The stretch in which two texts differ, widened to whole words; null where they are the same. */
export function firstDifference(written: string, printed: string): Difference | null {
  if (written === printed) return null;
  const most = Math.min(written.length, printed.length);
  let start = 0;
  while (start < most && written[start] === printed[start]) start += 1;
  let tail = 0;
  while (tail < most - start && written.at(-1 - tail) === printed.at(-1 - tail)) tail += 1;
  return { written: widen(written, start, tail), printed: widen(printed, start, tail) };
}

function widen(text: string, start: number, tail: number): string {
  const from = text.lastIndexOf(' ', start - 1) + 1;
  const close = text.indexOf(' ', text.length - tail);
  return text.slice(from, close === -1 ? text.length : close);
}
