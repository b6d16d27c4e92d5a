import type { AttemptContext } from '../attempts/context.ts';
import type { GuessLimit } from '../guess-limit.ts';

/** What the use cases of classes are given beside {@link AttemptContext}; one for the whole server. */
export interface ClassContext extends AttemptContext {
  readonly guessLimit: GuessLimit;
  /** Learners that a class may have. */
  readonly classLimit: number;
}

const defaultLimit = 500;

/** Reads `CLASS_LIMIT`; throws in words what can't be used and how to mend it. */
export function readClassLimit(env: Readonly<Record<string, string | undefined>>): number {
  const written = env['CLASS_LIMIT'] ?? '';
  if (written === '') return defaultLimit;
  if (/^[1-9]\d{0,5}$/.test(written)) return Number(written);
  throw new Error(
    `CLASS_LIMIT is “${written}”. Write how many learners a class may have, for instance CLASS_LIMIT=500.`,
  );
}
