import { checkRequest, requestsOf, requestsThat, type Ask, type Scene } from './check-row.ts';
import type { FoundAsk } from './find-routes.ts';
import type { TableRow } from './read-table.ts';

/** A scene, and what is stored of it. */
export interface SetScene extends Scene {
  /** Everything stored, as a text: the same text while nothing changes. */
  readonly snapshot: () => Promise<string>;
}

/** What can be asked and stands in no row, and what stands in a row and can't be asked. */
export function findUnnamed(found: readonly FoundAsk[], rows: readonly TableRow[]): string[] {
  const nameOf = ({ route, what }: FoundAsk) => `${route} ${what}`;
  const [asked, named] = [new Set(found.map(nameOf)), new Set(rows.map(nameOf))];
  return [
    ...[...asked.difference(named)].map((name) => `${name}: not in the table`),
    ...[...named.difference(asked)].map((name) => `${name}: no such route or action`),
  ];
}

/** What is otherwise than the table says of all that is to be refused; nothing may come of it. */
export async function walkRefused(
  rows: readonly TableRow[],
  scene: SetScene,
  ask: Ask,
): Promise<string[]> {
  const faults: (string | null)[] = [];
  const before = await scene.snapshot();
  for (const { row, caller } of requestsThat('refused', rows)) {
    for (const request of requestsOf(row, caller, scene)) {
      faults.push(await checkRequest(row, caller, request, scene, ask));
    }
  }
  const isKept = (await scene.snapshot()) === before;
  return [...faults, isKept ? null : 'What was refused changed the database'].filter(
    (fault) => fault !== null,
  );
}

/** The same of all that is to be granted; each in a scene of its own, unless it only reads. */
export async function walkGranted(
  rows: readonly TableRow[],
  setScene: () => Promise<SetScene>,
  ask: Ask,
): Promise<string[]> {
  const shared = await setScene();
  const faults: (string | null)[] = [];
  for (const { row, caller } of requestsThat('granted', rows)) {
    const isReading = !row.what.startsWith('?') && row.gets[caller] === 200;
    for (const at of requestsOf(row, caller, shared).keys()) {
      const scene = isReading ? shared : await setScene();
      const request = requestsOf(row, caller, scene)[at];
      if (request) faults.push(await checkRequest(row, caller, request, scene, ask));
    }
  }
  return faults.filter((fault) => fault !== null);
}
