import type { Passage } from './passage.ts';

/** A stretch of a passage that is either decisive or not. */
export interface Segment {
  readonly text: string;
  readonly marked: boolean;
}

/** Cuts a passage at its marks; the segments' texts joined are the passage, to the character. */
export function segmentsOf(passage: Pick<Passage, 'exact' | 'marks'>): Segment[] {
  const segments: Segment[] = [];
  let reached = 0;
  const add = (end: number, marked: boolean) => {
    if (end > reached) segments.push({ text: passage.exact.slice(reached, end), marked });
    reached = Math.max(reached, end);
  };
  for (const mark of passage.marks) {
    add(mark.start, false);
    add(mark.end, true);
  }
  add(passage.exact.length, false);
  return segments;
}
