import type { Issue } from '../../bank/issue.ts';
import { quotationsOf } from '../../bank/item-block.ts';
import { isDraft, type WrittenItem } from '../../bank/read-block.ts';
import type { CheckedCollection } from '../../bank/read-collection.ts';

/** Why a quotation is not proved: it is not in the article, its place is open, nobody looked yet. */
export type Unproved = 'absent' | 'ambiguous' | 'unchecked';

/** Gravest first: what is said of a source of which several quotations are not proved. */
const byWeight: readonly Unproved[] = ['absent', 'ambiguous', 'unchecked'];

const meaning: Readonly<Record<string, Unproved>> = {
  E101: 'absent',
  E102: 'ambiguous',
  E105: 'unchecked',
  E140: 'unchecked',
  E141: 'unchecked',
};

/**
 * The sources of which an item quotes what is not proved, by their ids. Proved is what the article at
 * hand bears out, and what stands in an item that is as it was locked; nothing in a draft is yet.
 * `issues` are the item's own.
 */
export function unprovedSources(
  written: WrittenItem,
  issues: readonly Issue[],
  texts: CheckedCollection['texts'],
): Record<string, Unproved> {
  const { block } = written;
  const at = (line: number) =>
    issues.filter((issue) => issue.line === line).flatMap(({ code }) => meaning[code] ?? []);
  const ofItem: Unproved[] = isDraft(written) ? ['unchecked'] : at(block.stem.place.line);
  const found = new Map<string, Unproved[]>();
  for (const { value, place } of quotationsOf(block)) {
    const reasons =
      texts.has(value.source) && !isDraft(written)
        ? at(place.line)
        : [...at(place.line), ...ofItem];
    found.set(value.source, [...(found.get(value.source) ?? []), ...reasons]);
  }
  return Object.fromEntries(
    [...found].flatMap(([source, reasons]) => {
      const gravest = byWeight.find((reason) => reasons.includes(reason));
      return gravest ? [[source, gravest] as const] : [];
    }),
  );
}
