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
