import type { Item } from '../../quiz/item.ts';
import type { Scored } from '../../quiz/results.ts';
import type { Answer } from '../storage/store.ts';
import type { AttemptContext } from './context.ts';
import { accountOf } from './reveal-item.ts';

/** A stored answer as the results count it, under the name that it has there. */
export function scoredAnswer<Id extends string>(
  { library, say }: Pick<AttemptContext, 'library' | 'say'>,
  id: Id,
  item: Item,
  answer: Omit<Answer, 'attemptId'>,
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
