import type { Lock, LockedItem } from './lock.ts';

/** What a new lock says otherwise than the one before, a line for each source and item. */
export function compareLocks(before: Lock, after: Lock): string[] {
  const sources = compareRecords(before.sources, after.sources, (known, now) => {
    if (!known) return 'text locked';
    return known.digest === now.digest ? null : 'text changed';
  });
  const items = compareRecords(itemsOf(before), itemsOf(after), (known, now) => {
    if (!known) return `locked, version ${now.version}`;
    if (known.version !== now.version) return `now version ${now.version}`;
    return known.digest === now.digest ? null : `changed, still version ${now.version}`;
  });
  return [...sources, ...items];
}

/** Every item of a lock by `bank/item`. */
function itemsOf(lock: Lock): Record<string, LockedItem> {
  return Object.fromEntries(
    Object.entries(lock.banks).flatMap(([bank, items]) =>
      Object.entries(items).map(([id, item]) => [`${bank}/${id}`, item]),
    ),
  );
}

function compareRecords<Value>(
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
  describe: (known: Value | undefined, now: Value) => string | null,
): string[] {
  const gone = Object.keys(before).filter((name) => !Object.hasOwn(after, name));
  const lines = Object.entries(after).flatMap(([name, now]) => {
    const known = Object.hasOwn(before, name) ? before[name] : undefined;
    const change = describe(known, now);
    return change === null ? [] : [`${name}: ${change}`];
  });
  return [...gone.map((name) => `${name}: retired`), ...lines];
}
