import type { Classroom } from '../../quiz/classroom.ts';
import { readJoinCode } from '../../quiz/join-code.ts';
import type { Guesser } from '../guess-limit.ts';
import type { ClassContext } from './class-context.ts';

/** Why a code opens no class. */
export type NoClass =
  | { readonly kind: 'unknown' }
  /** Past its end; it is about to be deleted. */
  | { readonly kind: 'ended' }
  /** Too many wrong codes came from this browser. */
  | { readonly kind: 'wait'; readonly waitS: number };

/** The class of a join code. A code that could be one and is none counts as a guess. */
export async function findJoinable(
  { guessLimit, now, store }: ClassContext,
  written: string,
  guesser: Guesser,
): Promise<{ readonly kind: 'found'; readonly classroom: Classroom } | NoClass> {
  const code = readJoinCode(written);
  if (code === null) return { kind: 'unknown' };
  const guessed = await guessLimit.check(guesser, () => store.classes.findClassByCode(code));
  if (guessed.kind === 'refused') return { kind: 'wait', waitS: guessed.waitS };
  const classroom = guessed.found;
  if (!classroom) return { kind: 'unknown' };
  return classroom.endsAt <= now() ? { kind: 'ended' } : { kind: 'found', classroom };
}
