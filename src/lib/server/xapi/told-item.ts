import { interactionOf } from '../../formats/interaction.ts';
import type { ToldItem } from '../../formats/xapi/attempt-statements.ts';
import { itemDefinition, itemResponse } from '../../formats/xapi/item-activity.ts';
import { rulesFor } from '../../item-types/rules.ts';
import type { Say } from '../../messages/say.ts';
import type { Item } from '../../quiz/item.ts';
import type { Answer } from '../storage/store.ts';

/**
 * An answered item as a record store is told of it. Where it has been revised or withdrawn since, what
 * was right is not known any more, and the response is told in words.
 */
export function toldItem(item: Item | null, answer: Answer, say: Say): ToldItem {
  const id = answer.itemId;
  const isAsAnswered = item?.version === answer.itemVersion;
  const response = isAsAnswered ? rulesFor(item).restore(answer.response) : null;
  if (!isAsAnswered || response === null) {
    return { id, definition: undefined, response: answer.inWords?.given ?? '' };
  }
  const interaction = interactionOf(item, response, answer, say);
  return { id, definition: itemDefinition(interaction), response: itemResponse(interaction) };
}
