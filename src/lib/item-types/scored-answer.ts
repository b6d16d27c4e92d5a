import type { Say } from '../messages/say.ts';
import type { GivenAnswer } from '../quiz/given-answer.ts';
import type { Item } from '../quiz/item.ts';
import type { Scored } from '../quiz/results.ts';
import { accountOf, type Shelf } from './reveal-item.ts';

/** A stored answer as the results count it, under the name that it has there. */
export function scoredAnswer<Id extends string>(
  { library, say }: { readonly library: Shelf; readonly say: Say },
  id: Id,
  item: Item,
  answer: GivenAnswer,
): Scored<Id> {
  const account = accountOf(item, answer, say);
  const proving = item.passages.filter(({ near }) => !near).map(({ source }) => source);
  const sources = proving.length > 0 ? proving : item.searched;
  return {
    id,
    outcome: answer,
    misreadings: account.misreadings,
    sources: [...new Set(sources)].map(
      (source) => library.sources.get(source)?.shortName ?? source,
    ),
    claim: account.claim ?? null,
    certainty: answer.certainty,
    chance: answer.chance,
  };
}
