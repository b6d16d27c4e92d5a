import type { ClassId, InstructorId } from '../../quiz/ids.ts';
import { readCode, recoveryCodeLength } from '../../quiz/join-code.ts';
import type { AttemptContext } from '../attempts/context.ts';
import {
  hashOf,
  isLinkSecret,
  keysOf,
  makeClassSecrets,
  type ClassSecrets,
} from './class-secrets.ts';
import { findLedClass } from './led-class.ts';

/** A class, and the secrets that open it from now on. */
export interface RenewedClass {
  readonly classId: ClassId;
  readonly secrets: ClassSecrets;
}

/** Lets a browser lead the class of a private link; null where the link opens none any more. */
export async function enterByLink(
  { store, now }: AttemptContext,
  secret: string,
  instructor: InstructorId,
): Promise<ClassId | null> {
  if (!isLinkSecret(secret)) return null;
  return store.classes.admitInstructor({ linkHash: hashOf(secret) }, instructor, now());
}

/**
 * Lets a browser lead the class of a recovery code, as typed, and gives the class a new link: the old
 * one was lost, perhaps to somebody else. The code on paper stays good. Null for a code that opens none.
 */
export async function recoverClass(
  { store, now }: AttemptContext,
  typed: string,
  instructor: InstructorId,
): Promise<RenewedClass | null> {
  const recovery = readCode(typed, recoveryCodeLength);
  if (recovery === null) return null;
  const key = { recoveryHash: hashOf(recovery) };
  const classId = await store.classes.admitInstructor(key, instructor, now());
  if (!classId) return null;
  const secrets = { ...makeClassSecrets(), recovery };
  await store.classes.replaceKeys(classId, keysOf(secrets), instructor);
  return { classId, secrets };
}

/** A new link and a new recovery code; other browsers no longer lead the class. Null where it is not led. */
export async function renewKeys(
  context: AttemptContext,
  classId: string,
  instructor: InstructorId | null,
): Promise<RenewedClass | null> {
  const classroom = await findLedClass(context, classId, instructor);
  if (!classroom) return null;
  const secrets = makeClassSecrets();
  await context.store.classes.replaceKeys(classroom.id, keysOf(secrets), instructor);
  return { classId: classroom.id, secrets };
}

/** This browser leads no class any more. */
export async function signOut(
  { store }: AttemptContext,
  instructor: InstructorId | null,
): Promise<void> {
  if (instructor !== null) await store.classes.dropInstructor(instructor);
}
