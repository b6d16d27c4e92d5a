import type { Kysely } from 'kysely';
import { anonymiseClass } from './anonymise-class.ts';
import type { ClassStore } from './class-store.ts';
import { eraseAssignment, eraseClass, eraseEnded, eraseLearner } from './erase-class.ts';
import { kyselyAssignments } from './kysely-assignments.ts';
import { kyselyClassAttempts } from './kysely-class-attempts.ts';
import { kyselyClassrooms } from './kysely-classrooms.ts';
import { kyselyLearners } from './kysely-learners.ts';
import type { Tables } from './tables.ts';

/** Runs a call with its faults turned into `StorageFault`s. */
export type Guard = <Value>(call: () => Promise<Value>) => Promise<Value>;

/** The port to classes; `erasing` also makes sure that deleted bytes are gone from the files. */
export function kyselyClassStore(db: Kysely<Tables>, guarded: Guard, erasing: Guard): ClassStore {
  const plain = {
    ...kyselyClassrooms(db),
    ...kyselyLearners(db),
    ...kyselyAssignments(db),
    ...kyselyClassAttempts(db),
  };
  const erasures = {
    eraseLearner: eraseLearner.bind(null, db),
    eraseAssignment: eraseAssignment.bind(null, db),
    eraseClass: eraseClass.bind(null, db),
    eraseEndedClasses: eraseEnded.bind(null, db),
    anonymiseClass: anonymiseClass.bind(null, db),
  };
  return { ...throughAll(plain, guarded), ...throughAll(erasures, erasing) };
}

/** The same methods, each called through a guard. */
export function throughAll<Methods extends object>(methods: Methods, guard: Guard): Methods {
  const pairs = Object.entries(methods) as [string, (...args: never[]) => Promise<unknown>][];
  return Object.fromEntries(
    pairs.map(([name, method]) => [name, (...args: never[]) => guard(() => method(...args))]),
  ) as Methods;
}
