import type { Fields } from '../../item-types/contract.ts';
import type { Say } from '../../messages/say.ts';
import type {
  AskedCertainty,
  AssignmentSettings,
  AttemptRule,
  Feedback,
} from '../../quiz/assignment.ts';
import type { OfferedBank } from './offered-bank.ts';
import { readZonedTime, zonedText } from './zoned-time.ts';

/** UTF-16 units that a title, or a class's name, may have. */
const titleLimit = 200;

/** What is wrong with a field of a form, and how to mend it. */
export interface FieldFault {
  /** The field's name in the form. */
  readonly field: string;
  readonly message: string;
}

/** The fields of an assignment as they were, or are to be, filled in. */
export interface EnteredAssignment {
  readonly title: string;
  readonly feedback: string;
  readonly attempts: string;
  readonly certainty: string;
  readonly rule: string;
  readonly pass: string;
  /** As a `datetime-local` field has it, in the class's zone. */
  readonly closes: string;
  /** The ids of the ticked items. */
  readonly items: readonly string[];
}

/** What a form was filled in with, all that is wrong with it, and what it says if nothing is. */
export interface AssignmentReading {
  readonly entered: EnteredAssignment;
  readonly faults: readonly FieldFault[];
  readonly settings: AssignmentSettings;
}

/** What a reading is held against. */
export interface AssignmentRules {
  readonly say: Say;
  readonly timeZone: string;
  readonly nowMs: number;
  /** The items that may be ticked; null where the form does not ask. */
  readonly itemIds: readonly string[] | null;
}

const feedbacks: readonly Feedback[] = ['now', 'after-close'];
const attemptCounts = ['1', '2', '3', 'any'] as const;
const certainties: readonly AskedCertainty[] = ['off', 'asked', 'marked'];
const attemptRules: readonly AttemptRule[] = ['best', 'last', 'first', 'mean'];

/** A form as it is first shown for a quiz. */
export function proposedAssignment({
  title,
  items,
}: Pick<OfferedBank, 'title' | 'items'>): EnteredAssignment {
  return {
    title: title.slice(0, titleLimit),
    feedback: 'now',
    attempts: '1',
    certainty: 'asked',
    rule: 'best',
    pass: '',
    closes: '',
    items: items.map(({ id }) => id),
  };
}

/** The form of an assignment as it is now. */
export function enteredSettings(
  settings: AssignmentSettings,
  itemIds: readonly string[],
  timeZone: string,
): EnteredAssignment {
  const { attemptRule, attemptsAllowed, certainty, closesAt, feedback, passPercent, title } =
    settings;
  return {
    title,
    feedback,
    attempts: attemptsAllowed === null ? 'any' : String(attemptsAllowed),
    certainty,
    rule: attemptRule,
    pass: passPercent === null ? '' : String(passPercent),
    closes: closesAt === null ? '' : zonedText(closesAt, timeZone),
    items: itemIds,
  };
}

/** Reads a posted form; a field that was not sent is as it was proposed. */
export function readAssignment(
  fields: Fields,
  proposed: EnteredAssignment,
  rules: AssignmentRules,
): AssignmentReading {
  const entered = enteredIn(fields, proposed, rules.itemIds !== null);
  const closesAt = readZonedTime(entered.closes.trim(), rules.timeZone);
  const passPercent = percentIn(entered.pass);
  const faults = [
    ...titleFaults('title', entered.title, rules.say),
    ...chosenFaults(entered, rules.say),
    ...itemFaults(entered.items, rules),
    ...closingFaults(entered.closes, proposed.closes, closesAt, rules),
    ...faultIf(
      entered.pass.trim() !== '' && passPercent === null,
      'pass',
      rules.say('teach.fault.pass', { text: shortened(entered.pass) }),
    ),
  ];
  const settings = {
    title: entered.title.trim(),
    feedback: entered.feedback as Feedback,
    attemptsAllowed: entered.attempts === 'any' ? null : Number(entered.attempts),
    certainty: entered.certainty as AskedCertainty,
    attemptRule: entered.rule as AttemptRule,
    passPercent,
    closesAt,
  };
  return { entered, faults, settings };
}

function enteredIn(
  fields: Fields,
  proposed: EnteredAssignment,
  asksItems: boolean,
): EnteredAssignment {
  const of = (name: Exclude<keyof EnteredAssignment, 'items'>) =>
    fields.get(name)?.[0] ?? proposed[name];
  return {
    title: of('title'),
    feedback: of('feedback'),
    attempts: of('attempts'),
    certainty: of('certainty'),
    rule: of('rule'),
    pass: of('pass'),
    closes: of('closes'),
    items: fields.get('items') ?? (asksItems ? [] : proposed.items),
  };
}

/** A whole percent from 1 to 100, with its sign or without; null for anything else. */
function percentIn(text: string): number | null {
  const percent = Number(/^(\d{1,3}) ?%?$/.exec(text.trim())?.[1] ?? NaN);
  return percent >= 1 && percent <= 100 ? percent : null;
}

function closingFaults(
  written: string,
  before: string,
  closesAt: number | null,
  { nowMs, say }: AssignmentRules,
): FieldFault[] {
  // One that stands already may have passed: the rest of its settings can still be changed.
  const isPast = closesAt !== null && closesAt <= nowMs && written !== before;
  return [
    ...faultIf(written.trim() !== '' && closesAt === null, 'closes', say('teach.fault.time')),
    ...faultIf(isPast, 'closes', say('teach.fault.pastTime')),
  ];
}

/** What is wrong with a name that is to be read by people: nothing there, or too much. */
export function titleFaults(field: 'title' | 'name', text: string, say: Say): FieldFault[] {
  const length = text.trim().length;
  return [
    ...faultIf(length === 0, field, say(`teach.fault.empty.${field}`)),
    ...faultIf(
      length > titleLimit,
      field,
      say(`teach.fault.long.${field}`, { length, most: titleLimit }),
    ),
  ];
}

/** A fault where something is so, in a list of its own; otherwise none. */
export function faultIf(isSo: boolean, field: string, message: string): FieldFault[] {
  return isSo ? [{ field, message }] : [];
}

/** The beginning of what was written, to be quoted in a fault. */
export function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40).toWellFormed()}…` : text;
}

function chosenFaults(entered: EnteredAssignment, say: Say): FieldFault[] {
  const offered = {
    feedback: feedbacks,
    attempts: attemptCounts,
    certainty: certainties,
    rule: attemptRules,
  } as const;
  return (Object.keys(offered) as (keyof typeof offered)[]).flatMap((field) => {
    const isOffered = (offered[field] as readonly string[]).includes(entered[field]);
    return faultIf(!isOffered, field, say(`teach.fault.choose.${field}`));
  });
}

function itemFaults(ticked: readonly string[], { itemIds, say }: AssignmentRules): FieldFault[] {
  if (!itemIds) return [];
  return [
    ...faultIf(ticked.length === 0, 'items', say('teach.fault.noItems')),
    ...faultIf(
      ticked.some((id) => !itemIds.includes(id)),
      'items',
      say('teach.fault.unknownItems'),
    ),
  ];
}
