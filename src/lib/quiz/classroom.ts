import type { ClassId } from './ids.ts';

/** How learners say who they are: a name of their own choice, one of a list, or a student number. */
export type LearnersBy = 'alias' | 'list' | 'number';

/** A class: learners with a join code, and what they are asked to do. Times are ms since 1970, UTC. */
export interface Classroom {
  readonly id: ClassId;
  readonly name: string;
  /** The join code: nine signs, without blanks. */
  readonly code: string;
  readonly learnersBy: LearnersBy;
  /** IANA name of the zone in which the class's times are written, for instance `Europe/Vienna`. */
  readonly timeZone: string;
  readonly createdAt: number;
  /** The class and all that was answered in it are deleted at this moment. */
  readonly endsAt: number;
}

/** Days after which a class is deleted unless its instructor chose otherwise. */
export const defaultDays = 180;
