import { segmentsOf } from '../../passage/segments.ts';
import type { Source, SourceId } from '../../passage/source.ts';
import type { Item } from '../../quiz/item.ts';
import type { Evidence, Quotation } from '../../quiz/reveal.ts';
import type { Library } from './context.ts';

/** An item's passages under their sources, in the author's order. */
export function evidenceOf(library: Library, item: Item): Evidence[] {
  const bySource = new Map<SourceId, Quotation[]>();
  for (const passage of item.passages) {
    const quotations = bySource.get(passage.source) ?? [];
    quotations.push({ segments: segmentsOf(passage), near: passage.near });
    bySource.set(passage.source, quotations);
  }
  return [...bySource].flatMap(([id, quotations]) => {
    const source = library.sources.get(id);
    return source ? [{ source, quotations }] : [];
  });
}

/** What a comparison shows before the answer: its sources' passages, the decisive words unmarked. */
export function comparedEvidence(library: Library, item: Item): Evidence[] {
  if (item.compare.length === 0) return [];
  const compared = item.passages.filter(({ source }) => item.compare.includes(source));
  return evidenceOf(library, {
    ...item,
    passages: compared.map((passage) => ({ ...passage, marks: [], near: false })),
  });
}

/** The cards of these sources, in order. */
export function sourcesOf(library: Library, ids: readonly SourceId[]): Source[] {
  return ids.flatMap((id) => library.sources.get(id) ?? []);
}
