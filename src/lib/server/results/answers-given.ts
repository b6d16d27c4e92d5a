import type { ItemId } from '../../quiz/ids.ts';
import { foldedName } from '../../quiz/learner.ts';
import type { AttemptContext } from '../attempts/context.ts';
import type { LedAssignment } from '../classes/led-class.ts';
import { answerGroups, type AnswerGroup } from './answer-groups.ts';
import { readResults } from './read-results.ts';

/** An answer that a correction may accept. */
export type GivenAnswer = Pick<AnswerGroup, 'written' | 'words' | 'n' | 'isRight'>;

/**
 * Every answer to an item in whatever attempt, versions taken together, the most frequent first. None
 * for an item that was withdrawn: its answers can't be read any more.
 */
export async function answersGiven(
  context: Pick<AttemptContext, 'now' | 'store'>,
  led: LedAssignment,
  itemId: ItemId,
): Promise<GivenAnswer[]> {
  const groups = answerGroups();
  const versions = new Set<number>();
  for await (const graded of readResults(context, led)) {
    for (const attempt of graded.attempts) {
      const responses = attempt.responses.filter((each) => each.itemId === itemId && each.written);
      for (const { answer } of responses) if (answer) versions.add(answer.itemVersion);
      groups.collect({ ...attempt, responses }, graded);
    }
  }
  const given = new Map<string, GivenAnswer>();
  for (const group of [...versions].flatMap((version) => groups.of(itemId, version))) {
    const { written, words, n, isRight } = group;
    const name = foldedName(written);
    const known = given.get(name);
    given.set(name, {
      written: known?.written ?? written,
      words: known && known.words !== words ? `${known.words} / ${words}` : words,
      n: n + (known?.n ?? 0),
      isRight: isRight && (known?.isRight ?? true),
    });
  }
  return [...given.values()].toSorted((one, other) => other.n - one.n);
}
