import type { Say } from '../messages/say.ts';
import type { Certainty } from '../quiz/certainty.ts';
import type { Revised } from '../quiz/correction.ts';
import type { GivenAnswer } from '../quiz/given-answer.ts';
import type { ItemId } from '../quiz/ids.ts';
import type { Item } from '../quiz/item.ts';
import { gradeOf, type Grade } from '../quiz/outcome.ts';
import type { Evidence } from '../quiz/reveal.ts';
import { revisionSince } from '../quiz/revision.ts';
import { accountOf, evidenceOf, type Shelf } from './reveal-item.ts';

/** An answered question in the results. */
export interface ResultRow {
  readonly id: ItemId;
  readonly position: number;
  readonly stem: string;
  readonly grade: Grade;
  /** Empty where the response no longer fits the item. */
  readonly given: string;
  readonly answer: string;
  readonly certainty: Certainty | null;
  readonly revision: Revised | null;
  readonly evidence: readonly Evidence[];
}

/** An answered question as the results list it. */
export function resultRow(
  { library, say }: { readonly library: Shelf; readonly say: Say },
  { item, position, answer }: { item: Item; position: number; answer: GivenAnswer },
): ResultRow {
  const account = accountOf(item, answer, say);
  const revision = revisionSince(item, answer);
  return {
    id: item.id,
    position,
    stem: item.stem,
    grade: gradeOf(answer),
    given: revision ? (revision.inWords?.given ?? '') : account.given,
    answer: account.answer,
    certainty: answer.certainty,
    revision,
    evidence: evidenceOf(library, item),
  };
}
