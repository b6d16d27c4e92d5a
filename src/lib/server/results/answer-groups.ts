import { isConfident } from '../../quiz/certainty.ts';
import type { ItemId } from '../../quiz/ids.ts';
import { foldedName } from '../../quiz/learner.ts';
import type { GradedResponse } from './graded-attempt.ts';
import type { Collect } from './response-table.ts';

/** The same response of some learners to an item version, whatever its case and blanks. */
export interface AnswerGroup {
  /** As data files write that of the first of them. */
  readonly written: string;
  /** As the first of them read it. */
  readonly words: string;
  readonly n: number;
  /** Of them, those who were confident. */
  readonly nSure: number;
  /** True where it earns every point, corrections included. */
  readonly isRight: boolean;
}

/** What first completed attempts answered, put together. */
export interface AnswerGroups {
  readonly collect: Collect;
  /** The most frequent first. */
  readonly of: (itemId: ItemId, version: number) => readonly AnswerGroup[];
}

/** Starts to put responses together. */
export function answerGroups(): AnswerGroups {
  const groups = new Map<string, Map<string, AnswerGroup>>();
  const keyOf = (itemId: ItemId, version: number) => `${itemId} ${version}`;
  return {
    collect({ responses }) {
      for (const response of responses) {
        if (!response.answer) continue;
        const key = keyOf(response.itemId, response.answer.itemVersion);
        const own = groups.get(key) ?? new Map<string, AnswerGroup>();
        groups.set(key, own);
        const name = groupName(response);
        own.set(name, grown(own.get(name), response));
      }
    },
    of: (itemId, version) =>
      [...(groups.get(keyOf(itemId, version))?.values() ?? [])].toSorted(
        (one, other) => other.n - one.n || (one.words < other.words ? -1 : 1),
      ),
  };
}

/** Alike to a reader and to the rules: an answer that they took otherwise stands by itself. */
function groupName(response: GradedResponse): string {
  const { outcome, written } = response;
  return `${outcome?.correct ?? ''} ${foldedName(written || wordsOf(response))}`;
}

function grown(group: AnswerGroup | undefined, response: GradedResponse): AnswerGroup {
  const { answer, outcome, written } = response;
  return {
    written: group?.written ?? written,
    words: group?.words ?? wordsOf(response),
    n: (group?.n ?? 0) + 1,
    nSure: (group?.nSure ?? 0) + Number(isConfident(answer?.certainty ?? null)),
    isRight: (outcome ?? answer)?.correct ?? false,
  };
}

/** A response in the words of its time; else as data files write it. */
export function wordsOf({ answer, written }: Pick<GradedResponse, 'answer' | 'written'>): string {
  return answer?.inWords?.given || written;
}
