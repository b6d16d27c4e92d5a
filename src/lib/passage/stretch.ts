import type { Span } from './passage.ts';

/** A quotation with its place in the normal form of its source: UTF-16 units from the beginning. */
export interface Placed {
  readonly start: number;
  readonly exact: string;
}

/** Text of a source that passages cover without a gap, and those passages. */
export interface Stretch<P extends Placed> extends Span {
  readonly text: string;
  readonly passages: readonly P[];
}

/** Puts passages in the order of their source, those that touch or overlap as one stretch. */
export function stretchesOf<P extends Placed>(placed: readonly P[]): Stretch<P>[] {
  const stretches: Stretch<P>[] = [];
  for (const passage of placed.toSorted((one, other) => one.start - other.start)) {
    const last = stretches.at(-1);
    const touches = last && passage.start <= last.end + 1;
    if (!touches) {
      const { start, exact } = passage;
      stretches.push({ start, end: start + exact.length, text: exact, passages: [passage] });
      continue;
    }
    stretches[stretches.length - 1] = join(last, passage);
  }
  return stretches;
}

function join<P extends Placed>(stretch: Stretch<P>, passage: P): Stretch<P> {
  const gap = passage.start > stretch.end ? ' ' : '';
  const more = gap + passage.exact.slice(Math.max(0, stretch.end - passage.start));
  return {
    start: stretch.start,
    end: Math.max(stretch.end, passage.start + passage.exact.length),
    text: stretch.text + more,
    passages: [...stretch.passages, passage],
  };
}

/** A piece of shown text that is alike throughout. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
  readonly quoted: boolean;
  /** The place at which a passage begins here, or null. */
  readonly start: number | null;
}

/** What is to be told apart in a text: spans in the offsets of the whole source. */
export interface Cuts {
  readonly marks: readonly Span[];
  readonly passages: readonly Placed[];
}

/** Cuts the text of a span at every mark and passage; the pieces joined are the text. */
export function piecesOf(text: string, span: Span, { marks, passages }: Cuts): Piece[] {
  const quoted = passages.map(({ start, exact }) => ({ start, end: start + exact.length }));
  const edges = [...marks, ...quoted].flatMap(({ start, end }) => [start, end]);
  const inside = edges.filter((edge) => edge > span.start && edge < span.end);
  const cuts = [...new Set([span.start, ...inside, span.end])].sort((one, other) => one - other);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? span.end;
    const covers = ({ start, end }: Span) => start <= from && end >= to;
    return {
      text: text.slice(from - span.start, to - span.start),
      marked: marks.some(covers),
      quoted: quoted.some(covers),
      start: passages.some(({ start }) => start === from) ? from : null,
    };
  });
}
