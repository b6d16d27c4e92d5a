import type { SourceId } from '../passage/source.ts';
import {
  recordOf,
  type Lock,
  type LockedItem,
  type LockedPassage,
  type LockedSource,
} from './lock.ts';

/** Reads `banks.lock.json`; null where any part of it is not what a lock holds. */
export function readLock(text: string): Lock | null {
  const whole = parseJson(text);
  if (!isObject(whole)) return null;
  const sources = readMembers(whole['sources'], readSource);
  const banks = readMembers(whole['banks'], (items) => readMembers(items, readItem));
  return sources && banks && { sources, banks };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every member read by `read`; null where the value is no object or one of them can't be read. */
function readMembers<Value>(
  value: unknown,
  read: (member: unknown) => Value | null,
): Record<string, Value> | null {
  if (!isObject(value)) return null;
  const members: [string, Value][] = [];
  for (const [name, member] of Object.entries(value)) {
    const part = read(member);
    if (part === null) return null;
    members.push([name, part]);
  }
  return recordOf(members);
}

function readSource(value: unknown): LockedSource | null {
  if (!isObject(value)) return null;
  const { digest, length } = value;
  return typeof digest === 'string' && isCount(length) ? { digest, length } : null;
}

function readItem(value: unknown): LockedItem | null {
  if (!isObject(value)) return null;
  const { version, digest, passages } = value;
  if (!isCount(version) || version < 1 || typeof digest !== 'string') return null;
  if (!Array.isArray(passages)) return null;
  const read = passages.map(readPassage);
  return read.includes(null)
    ? null
    : { version, digest, passages: read.filter((passage) => passage !== null) };
}

function readPassage(value: unknown): LockedPassage | null {
  if (!isObject(value)) return null;
  const { source, digest, start } = value;
  return typeof source === 'string' && typeof digest === 'string' && isCount(start)
    ? { source: source as SourceId, digest, start }
    : null;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
