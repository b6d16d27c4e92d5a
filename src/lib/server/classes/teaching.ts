import type { InstructorId } from '../../quiz/ids.ts';
import { makeAssigning } from './assigning.ts';
import type { ClassContext } from './class-context.ts';
import { mayOpenClass, type ClassPolicy } from './class-policy.ts';
import { enterByLink, recoverClass, renewKeys, signOut } from './instructor-access.ts';
import { makeKeeping } from './keeping.ts';
import { offerBank, offerBanks } from './offered-bank.ts';
import { makeShowing } from '../live/showing.ts';
import { makeExporting } from '../exports/exporting.ts';
import { makeAnalysing } from '../results/analysing.ts';
import { listFaults, openClass, type NewClass } from './open-class.ts';
import { listLedClasses, projectClass, showClass } from './show-class.ts';

type Instructor = InstructorId | null;

/** The use cases of instructors. Each asks which instructor's browser it is and guards itself. */
export function makeTeaching(context: ClassContext, policy: ClassPolicy = { kind: 'open' }) {
  return {
    /** What is asked of whoever opens a class. */
    asks: policy.kind,
    offerBanks: () => offerBanks(context),
    offerBank: (bankId: string) => offerBank(context, bankId),
    mayOpenClass: (entry: string) => mayOpenClass(context, policy, entry),
    listFaults: (list: string) => listFaults(context, list),
    /** `entry` is the password or invitation that the instance asks for. */
    openClass: async (given: NewClass, instructor: InstructorId, entry = '') =>
      (await mayOpenClass(context, policy, entry)) ? openClass(context, given, instructor) : null,
    enterByLink: (secret: string, instructor: InstructorId) =>
      enterByLink(context, secret, instructor),
    recoverClass: (typed: string, instructor: InstructorId) =>
      recoverClass(context, typed, instructor),
    renewKeys: (classId: string, instructor: Instructor) => renewKeys(context, classId, instructor),
    signOut: (instructor: Instructor) => signOut(context, instructor),
    listClasses: (instructor: Instructor) => listLedClasses(context, instructor),
    showClass: (classId: string, instructor: Instructor) => showClass(context, classId, instructor),
    projectClass: (classId: string, instructor: Instructor) =>
      projectClass(context, classId, instructor),
    ...makeAssigning(context),
    ...makeKeeping(context),
    ...makeShowing(context),
    ...makeAnalysing(context),
    ...makeExporting(context),
  };
}
