import { proposeAlias } from '../../quiz/alias.ts';
import type { LearnersBy } from '../../quiz/classroom.ts';
import { seededRandom } from '../../quiz/draw.ts';
import type { ClassId, LearnerId, OwnerId } from '../../quiz/ids.ts';
import { shownCode } from '../../quiz/join-code.ts';
import { foldedName, isListed, type Learner } from '../../quiz/learner.ts';
import type { Guesser } from '../guess-limit.ts';
import type { ClassContext } from './class-context.ts';
import { findJoinable, type NoClass } from './find-joinable.ts';

/** What a browser is shown of a class that it may join: nothing of who has joined. */
export interface JoinPage {
  readonly kind: 'open';
  readonly name: string;
  /** In threes. */
  readonly code: string;
  readonly learnersBy: LearnersBy;
  /** A free name to begin with; null where names come from a list or are numbers. */
  readonly alias: string | null;
  /** Listed learners that nobody has come forward as yet. */
  readonly choices: readonly { readonly id: LearnerId; readonly name: string }[];
  /** True where a number has to stand in the list. */
  readonly hasList: boolean;
  /** When all of it is deleted: milliseconds since 1970, UTC. */
  readonly endsAt: number;
}

/** The page on which a class is joined, or why there is none; `seated` where this browser has joined. */
export async function showJoin(
  context: ClassContext,
  code: string,
  owner: OwnerId | null,
  guesser: Guesser,
): Promise<JoinPage | NoClass | { readonly kind: 'seated'; readonly classId: ClassId }> {
  const found = await findJoinable(context, code, guesser);
  if (found.kind !== 'found') return found;
  const { classroom } = found;
  const { classes } = context.store;
  if (owner && (await classes.findLearnerAt(owner, classroom.id))) {
    return { kind: 'seated', classId: classroom.id };
  }
  const learners = await classes.listLearners(classroom.id);
  const isByList = classroom.learnersBy === 'list';
  return {
    kind: 'open',
    name: classroom.name,
    code: shownCode(classroom.code),
    learnersBy: classroom.learnersBy,
    alias: classroom.learnersBy === 'alias' ? freeAlias(context, learners) : null,
    choices: isByList ? learners.filter(isFree).map(choiceOf) : [],
    hasList: learners.some(isListed),
    endsAt: classroom.endsAt,
  };
}

function isFree({ joinedAt }: Learner): boolean {
  return joinedAt === null;
}

function choiceOf({ id, displayName, studentNumber }: Learner, _index: number, all: Learner[]) {
  const isAmbiguous = all.some(
    (other) => other.id !== id && foldedName(other.displayName) === foldedName(displayName),
  );
  const name = isAmbiguous && studentNumber ? `${displayName} (${studentNumber})` : displayName;
  return { id, name };
}

/** An alias that nobody in the class has. */
export function freeAlias(
  { randomText, say }: Pick<ClassContext, 'randomText' | 'say'>,
  learners: readonly Learner[],
): string {
  const taken = new Set(learners.map(({ displayName }) => foldedName(displayName)));
  const words = {
    firsts: say('alias.firsts').split(', '),
    seconds: say('alias.seconds').split(', '),
    join: (first: string, second: string) => say('alias.pair', { first, second }),
  };
  return proposeAlias(words, seededRandom(randomText(26)), (name) => taken.has(foldedName(name)));
}
