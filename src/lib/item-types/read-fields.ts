import type { Fields } from './contract.ts';

/** A posted form as plain texts; null where it holds a file or more than so many values. */
export function readFields(form: Iterable<[string, unknown]>, most = 64): Fields | null {
  const fields = new Map<string, string[]>();
  let count = 0;
  for (const [name, value] of form) {
    count += 1;
    if (typeof value !== 'string' || count > most) return null;
    fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  return fields;
}
