import { isSlug } from '../../passage/source.ts';
import type { Assignment, AssignmentSettings } from '../../quiz/assignment.ts';
import { defaultDays, type Classroom, type LearnersBy } from '../../quiz/classroom.ts';
import type { AssignmentId, BankId, ClassId, InstructorId, ItemId } from '../../quiz/ids.ts';
import { joinCodeLength, makeCode } from '../../quiz/join-code.ts';
import type { AttemptContext } from '../attempts/context.ts';
import type { ClassContext } from './class-context.ts';
import { keysOf, makeClassSecrets, type ClassSecrets } from './class-secrets.ts';
import { readListed, type Listed } from './listed-learners.ts';

const dayMs = 86_400_000;

type OpeningContext = AttemptContext & Pick<ClassContext, 'classLimit'>;

/** What an instructor says of a new class; read and checked before. */
export interface NewClass {
  readonly name: string;
  readonly learnersBy: LearnersBy;
  readonly timeZone: string;
  readonly bankId: string;
  /** Empty for all items of the bank. */
  readonly itemIds: readonly string[];
  readonly settings: AssignmentSettings;
  /** Its learners, as pasted; blank where they come later. */
  readonly list?: string;
}

/** A new class with its first assignment, and the secrets that are shown this once. */
export interface OpenedClass {
  readonly classroom: Classroom;
  readonly assignment: Assignment;
  readonly secrets: ClassSecrets;
}

/** Makes an assignment that is open from now on; null where no such bank or none of the items is served. */
export function makeAssignment(
  { library, now, randomText }: AttemptContext,
  classId: ClassId,
  { bankId, itemIds, settings }: Pick<NewClass, 'bankId' | 'itemIds' | 'settings'>,
): Assignment | null {
  const bank = isSlug(bankId) ? library.banks.get(bankId as BankId) : undefined;
  if (!bank) return null;
  const chosen = bank.items.filter(({ id }) => itemIds.length === 0 || itemIds.includes(id));
  if (chosen.length === 0) return null;
  return {
    ...settings,
    id: `asg_${randomText(26)}` as AssignmentId,
    classId,
    bankId: bank.id,
    itemIds: chosen.map(({ id }): ItemId => id),
    drawn: null,
    openedAt: now(),
    closedAt: null,
    shown: null,
  };
}

/** What is wrong with a list for a class that is to be opened, in words; a blank one is no list yet. */
export function listFaults(context: OpeningContext, list: string): readonly string[] {
  const read = readList(context, '' as ClassId, list);
  return read.ok ? [] : read.faults;
}

function readList(context: OpeningContext, id: ClassId, list: string): Listed {
  return list.trim() === '' ? { ok: true, learners: [] } : readListed(context, id, list, []);
}

/**
 * Opens a class with its first assignment and those of its list, led by this browser; null where nothing
 * can be assigned, or the list has faults.
 */
export async function openClass(
  context: OpeningContext,
  given: NewClass,
  instructor: InstructorId,
): Promise<OpenedClass | null> {
  const id = `cls_${context.randomText(26)}` as ClassId;
  const assignment = makeAssignment(context, id, given);
  const list = readList(context, id, given.list ?? '');
  if (!assignment || !list.ok) return null;
  const createdAt = context.now();
  const classroom: Classroom = {
    id,
    name: given.name,
    code: makeCode(joinCodeLength, context.randomText),
    learnersBy: given.learnersBy,
    timeZone: given.timeZone,
    createdAt,
    endsAt: createdAt + defaultDays * dayMs,
  };
  const secrets = makeClassSecrets();
  const isOpened = await context.store.classes.createClass(
    classroom,
    keysOf(secrets),
    instructor,
    assignment,
    list.learners,
  );
  return isOpened ? { classroom, assignment, secrets } : openClass(context, given, instructor);
}
