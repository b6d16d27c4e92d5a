import type { Id } from '../passage/source.ts';

/** Names a bank: the slug of its file, `src/content/banks/<bank>.md`. */
export type BankId = Id<'bank'>;
/** Names an item inside its bank; never changes once published. Exports write `bank/item`. */
export type ItemId = Id<'item'>;
/** Names an option by its authored position: `a`, `b`, `c` … New options go last, so it is stable. */
export type OptionId = Id<'option'>;
/** Names an attempt: `att_` and 26 base32 signs (128 random bits), never shown as a secret on its own. */
export type AttemptId = Id<'attempt'>;
/** Names a class: `cls_` and 26 base32 signs. Knowing it opens nothing. */
export type ClassId = Id<'class'>;
/** Names an assignment: `asg_` and 26 base32 signs. Knowing it opens nothing. */
export type AssignmentId = Id<'assignment'>;
/** Names a learner of a class: `lrn_` and 26 base32 signs. Knowing it opens nothing. */
export type LearnerId = Id<'learner'>;
/**
 * Whose an attempt is: the SHA-256 (hex) of the secret that a learner's browser holds, which itself is
 * not stored; or, in a class, the {@link LearnerId}, whatever browser the learner sits at.
 */
export type OwnerId = Id<'owner'>;
/** The SHA-256 (hex) of the secret that an instructor's browser holds; the secret is not stored. */
export type InstructorId = Id<'instructor'>;

const forms = {
  att: /^att_[a-z2-7]{26}$/,
  cls: /^cls_[a-z2-7]{26}$/,
  asg: /^asg_[a-z2-7]{26}$/,
  lrn: /^lrn_[a-z2-7]{26}$/,
};

/** True for the form of an {@link AttemptId}. */
export function isAttemptId(text: string): text is AttemptId {
  return forms.att.test(text);
}

/** True for the form of a {@link ClassId}. */
export function isClassId(text: string): text is ClassId {
  return forms.cls.test(text);
}

/** True for the form of an {@link AssignmentId}. */
export function isAssignmentId(text: string): text is AssignmentId {
  return forms.asg.test(text);
}

/** True for the form of a {@link LearnerId}. */
export function isLearnerId(text: string): text is LearnerId {
  return forms.lrn.test(text);
}

/** A learner as the owner of what was answered in class. No browser's secret gives such an owner. */
export function ownerOfLearner(id: LearnerId): OwnerId {
  return id as string as OwnerId;
}

/** The id of the option at this authored position, counted from 0: `a` … `z`, then `a1` … */
export function optionIdAt(position: number): OptionId {
  const letter = String.fromCharCode(97 + (position % 26));
  const round = Math.floor(position / 26);
  return (round === 0 ? letter : `${letter}${round}`) as OptionId;
}
