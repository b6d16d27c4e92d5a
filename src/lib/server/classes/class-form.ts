import type { Fields } from '../../item-types/contract.ts';
import type { Say } from '../../messages/say.ts';
import type { LearnersBy } from '../../quiz/classroom.ts';
import {
  faultIf,
  proposedAssignment,
  readAssignment,
  shortened,
  titleFaults,
  type AssignmentRules,
  type EnteredAssignment,
  type FieldFault,
} from './assignment-form.ts';
import type { OfferedBank } from './offered-bank.ts';
import type { NewClass } from './open-class.ts';
import { isTimeZone, serverTimeZone } from './zoned-time.ts';

/** The fields of a new class as they were, or are to be, filled in. */
export interface EnteredClass extends EnteredAssignment {
  readonly name: string;
  readonly learners: string;
  readonly zone: string;
  /** Its learners, as pasted. */
  readonly list: string;
  /** The instance's password, or the code of an invitation. */
  readonly entry: string;
}

/** What the form of a new class was filled in with, all that is wrong, and the class if nothing is. */
export interface ClassReading {
  readonly entered: EnteredClass;
  readonly faults: readonly FieldFault[];
  readonly given: NewClass;
}

const waysToJoin: readonly LearnersBy[] = ['alias', 'list', 'number'];

/** A form that can be sent as it is first shown; `name` tells one instructor's classes apart. */
export function proposedClass(bank: OfferedBank, name: string): EnteredClass {
  const rest = { name, learners: 'alias', list: '', zone: serverTimeZone(), entry: '' };
  return { ...proposedAssignment(bank), ...rest };
}

/** What a reading of a new class is held against. */
interface ClassRules extends Pick<AssignmentRules, 'say' | 'nowMs'> {
  /** All that is wrong with a pasted list, in words. */
  readonly listFaults: (list: string) => readonly string[];
}

/** Reads the posted form of a new class. */
export function readClass(
  fields: Fields,
  bank: OfferedBank,
  proposed: EnteredClass,
  rules: ClassRules,
): ClassReading {
  const of = (name: string, before: string) => fields.get(name)?.[0] ?? before;
  const name = of('name', proposed.name);
  const learners = of('learners', proposed.learners);
  const list = of('list', '');
  const zone = of('zone', proposed.zone).trim();
  const isZone = isTimeZone(zone);
  const timeZone = isZone ? zone : proposed.zone;
  const itemIds = bank.items.map(({ id }) => id);
  const reading = readAssignment(fields, proposed, { ...rules, timeZone, itemIds });
  const { say } = rules;
  const faults = [
    ...titleFaults('name', name, say),
    ...learnerFaults(learners, list, rules),
    ...reading.faults,
    ...faultIf(!isZone, 'zone', say('teach.fault.zone', { text: shortened(zone) })),
  ];
  return {
    entered: { ...reading.entered, name, learners, list, zone, entry: of('entry', '') },
    faults,
    given: {
      name: name.trim(),
      learnersBy: learners as LearnersBy,
      timeZone,
      bankId: bank.id,
      itemIds: reading.entered.items,
      settings: reading.settings,
      list,
    },
  };
}

function learnerFaults(learners: string, list: string, rules: ClassRules): FieldFault[] {
  if (!(waysToJoin as readonly string[]).includes(learners)) {
    return faultIf(true, 'learners', rules.say('teach.fault.choose.learners'));
  }
  if (learners === 'alias') {
    return faultIf(list.trim() !== '', 'list', rules.say('teach.fault.listUnused'));
  }
  return rules.listFaults(list).map((message) => ({ field: 'list', message }));
}

/** What is said to a password, or an invitation, that is none. */
export function refusedEntry(asks: 'password' | 'invited', say: Say): FieldFault[] {
  return faultIf(true, 'entry', say(`teach.fault.entry.${asks}`));
}

/** What is said to a recovery code that opens no class. */
export function refusedRecovery(say: Say): FieldFault[] {
  return faultIf(true, 'code', say('teach.fault.recovery'));
}
