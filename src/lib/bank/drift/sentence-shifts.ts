import { sentencesIn, type SourceText } from '../../passage/source-text.ts';
import type { Shift } from './kept-order.ts';

/** Where a new text has the sentences of an old one; what the old one has twice tells no order. */
export function sentenceShifts(before: SourceText, now: SourceText): Shift[] {
  const places = placesOfSentences(now);
  return [...placesOfSentences(before)].flatMap(([sentence, [start, ...more]]) =>
    start === undefined || more.length > 0
      ? []
      : (places.get(sentence) ?? []).map((place) => ({ before: start, now: place })),
  );
}

function placesOfSentences(text: SourceText): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const { start, end } of sentencesIn(text)) {
    const sentence = text.normal.slice(start, end);
    places.set(sentence, [...(places.get(sentence) ?? []), start]);
  }
  return places;
}
