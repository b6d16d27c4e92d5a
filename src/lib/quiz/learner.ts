import type { ClassId, LearnerId } from './ids.ts';

/** Who a learner is, as written by the learner or in the instructor's list; null where not given. */
export interface LearnerNames {
  readonly displayName: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly studentNumber: string | null;
}

/** Somebody in a class. Times are milliseconds since 1970, UTC. */
export interface Learner extends LearnerNames {
  readonly id: LearnerId;
  readonly classId: ClassId;
  /** By it the learner comes back on any device: six signs, unique in the class. */
  readonly rejoinCode: string;
  readonly createdAt: number;
  /** Null while nobody has come forward as this learner. */
  readonly joinedAt: number | null;
}

/** Characters that any part of a learner's name may have. */
export const nameLimit = 200;

/** A name as it is compared: case, width, accents' composition and blanks make no difference. */
export function foldedName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Invisible, also where Unicode calls it a letter or a symbol. */
const invisible = /[\p{White_Space}\p{C}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Why a text can't be a name: nothing of it is seen, or it is longer than {@link nameLimit}; else null. */
export function nameFault(text: string): 'blank' | 'too-long' | null {
  if (text.replace(invisible, '') === '') return 'blank';
  return [...text].length > nameLimit ? 'too-long' : null;
}

/** True where the instructor listed the learner; false for one who joined by saying a name. */
export function isListed({
  createdAt,
  joinedAt,
}: Pick<Learner, 'createdAt' | 'joinedAt'>): boolean {
  return joinedAt !== createdAt;
}
