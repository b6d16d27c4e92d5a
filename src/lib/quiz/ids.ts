import type { Id } from '../passage/source.ts';

/** Names a bank: the slug of its file, `src/content/banks/<bank>.md`. */
export type BankId = Id<'bank'>;
/** Names an item inside its bank; never changes once published. Exports write `bank/item`. */
export type ItemId = Id<'item'>;
/** Names an option by its authored position: `a`, `b`, `c` … New options go last, so it is stable. */
export type OptionId = Id<'option'>;
/** Names an attempt: `att_` and 26 base32 signs (128 random bits), never shown as a secret on its own. */
export type AttemptId = Id<'attempt'>;
/** The SHA-256 (hex) of the secret that a learner's browser holds; the secret itself is not stored. */
export type OwnerId = Id<'owner'>;

const attempt = /^att_[a-z2-7]{26}$/;

/** True for the form of an {@link AttemptId}. */
export function isAttemptId(text: string): text is AttemptId {
  return attempt.test(text);
}

/** The id of the option at this authored position, counted from 0: `a` … `z`, then `a1` … */
export function optionIdAt(position: number): OptionId {
  const letter = String.fromCharCode(97 + (position % 26));
  const round = Math.floor(position / 26);
  return (round === 0 ? letter : `${letter}${round}`) as OptionId;
}
