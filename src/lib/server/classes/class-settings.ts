import type { Fields } from '../../item-types/contract.ts';
import type { Classroom } from '../../quiz/classroom.ts';
import type { InstructorId } from '../../quiz/ids.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { faultIf, shortened, titleFaults, type FieldFault } from './assignment-form.ts';
import { findLedClass } from './led-class.ts';
import { isTimeZone, readZonedTime, zonedText } from './zoned-time.ts';

const dayMs = 86_400_000;
/** Years after which a class has to end at the latest, from the day on which that is chosen. */
const mostYears = 5;

/** The settings of a class as its form shows them. */
export interface EnteredSettings {
  readonly name: string;
  readonly zone: string;
  /** The last day, `2026-09-16`, in the class's zone. */
  readonly ends: string;
}

/** What became of new settings. */
export type ChangedSettings =
  | { readonly kind: 'done' }
  | {
      readonly kind: 'refused';
      readonly entered: EnteredSettings;
      readonly faults: readonly FieldFault[];
    }
  | { readonly kind: 'unknown' };

/** The settings that a class has now. */
export function enteredSettings({ name, timeZone, endsAt }: Classroom): EnteredSettings {
  return { name, zone: timeZone, ends: lastDay(endsAt, timeZone) };
}

/** The first and the last day that a class may be told to end on. */
export function endBounds(nowMs: number, timeZone: string): { from: string; to: string } {
  const today = dayOf(nowMs, timeZone);
  const from = dayOf(Date.parse(`${today}T00:00:00Z`) + dayMs, 'UTC');
  return { from, to: `${Number(today.slice(0, 4)) + mostYears}${today.slice(4)}` };
}

/** Changes name, time zone and end of a class: all three, or none where one can't be. */
export async function changeSettings(
  context: AttemptContext,
  classId: string,
  instructor: InstructorId | null,
  fields: Fields,
): Promise<ChangedSettings> {
  const classroom = await findLedClass(context, classId, instructor);
  if (!classroom) return { kind: 'unknown' };
  const before = enteredSettings(classroom);
  const of = (field: keyof EnteredSettings) => (fields.get(field)?.[0] ?? before[field]).trim();
  const entered = { name: of('name'), zone: of('zone'), ends: of('ends') };
  const isZone = isTimeZone(entered.zone);
  const timeZone = isZone ? entered.zone : classroom.timeZone;
  const isSameEnd = entered.ends === before.ends;
  const endsAt = isSameEnd ? classroom.endsAt : afterDay(entered.ends, timeZone);
  const faults = [
    ...titleFaults('name', entered.name, context.say),
    ...faultIf(!isZone, 'zone', context.say('teach.fault.zone', { text: shortened(entered.zone) })),
    ...(isSameEnd ? [] : endFaults(entered.ends, endsAt, timeZone, context)),
  ];
  if (faults.length > 0 || endsAt === null) return { kind: 'refused', entered, faults };
  await context.store.classes.updateClass(classroom.id, { name: entered.name, timeZone, endsAt });
  return { kind: 'done' };
}

function endFaults(
  ends: string,
  endsAt: number | null,
  timeZone: string,
  { now, say }: AttemptContext,
): FieldFault[] {
  const { from, to } = endBounds(now(), timeZone);
  if (endsAt === null) {
    return [{ field: 'ends', message: say('settings.ends.unreadable', { text: shortened(ends) }) }];
  }
  if (ends < from) return [{ field: 'ends', message: say('settings.ends.past') }];
  if (ends <= to) return [];
  const message = say('settings.ends.beyond', { years: mostYears, on: new Date(to) });
  return [{ field: 'ends', message }];
}

function dayOf(ms: number, timeZone: string): string {
  return zonedText(ms, timeZone).slice(0, 10);
}

/** The last day of a class that ends at a moment. */
function lastDay(endsAt: number, timeZone: string): string {
  return dayOf(endsAt - 1, timeZone);
}

/** The moment at which a day is over in a zone; null where it is no day. */
function afterDay(day: string, timeZone: string): number | null {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(day) && readZonedTime(`${day}T12:00`, 'UTC') !== null;
  if (!isDay) return null;
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);
  return readZonedTime(`${next}T00:00`, timeZone);
}
