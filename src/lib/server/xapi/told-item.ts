import type { ToldItem } from '../../formats/xapi/attempt-statements.ts';
import type { Say } from '../../messages/say.ts';
import type { Item } from '../../quiz/item.ts';
import type { Answer } from '../storage/store.ts';

/** An answered item as a record store is told of it; in words where it is no longer as it was answered. */
export function toldItem(item: Item | null, answer: Answer, _say: Say): ToldItem {
  const response = answer.inWords?.given ?? '';
  if (!item) return { id: answer.itemId, definition: undefined, response };
  const { language, stem } = item;
  const definition = {
    type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
    name: { [language]: stem },
  };
  return { id: answer.itemId, definition, response };
}
