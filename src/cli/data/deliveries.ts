import { parseArgs } from 'node:util';
import type { Delivery, DeliveryState } from '../../lib/server/storage/delivery-store.ts';
import type { Store } from '../../lib/server/storage/store.ts';
import type { Command } from '../command.ts';
import { printable } from './find-classes.ts';
import { withStore } from './with-store.ts';

const usage = 'Usage: npm run data -- deliveries [--all] [--resend]';
/** How many are printed of each state, and sent again at once. */
const mostPrinted = 50;
const mostResent = 10_000;

/** What a state is called here. */
const labels: Readonly<Record<DeliveryState, string>> = {
  delivered: 'delivered',
  pointless: 'not needed any more',
  waiting: 'waiting',
  refused: 'refused',
};

/** `data deliveries`: what was sent to other systems, and what became of it. */
export const deliveries: Command = {
  summary: '[--all] [--resend]  what waits to be sent or was refused; sends what was refused again',
  run: (args) => withStore((store) => work(store, args)),
};

async function work(store: Store, args: readonly string[]): Promise<number> {
  const { isAll, isResend } = readWords(args);
  if (isResend) return resend(store);
  const states: readonly DeliveryState[] = isAll
    ? ['delivered', 'pointless', 'waiting', 'refused']
    : ['waiting', 'refused'];
  for (const state of states) {
    const found = await store.deliveries.list({ state }, mostPrinted + 1);
    const isMore = found.length > mostPrinted;
    console.log(
      `${labels[state]}: ${isMore ? `more than ${mostPrinted}, the latest are` : found.length}`,
    );
    for (const each of found.slice(0, mostPrinted)) console.log(`  ${lineOf(each)}`);
  }
  return 0;
}

function readWords(args: readonly string[]) {
  try {
    const options = { all: { type: 'boolean' }, resend: { type: 'boolean' } } as const;
    const { all = false, resend: isResend = false } = parseArgs({
      args: [...args],
      options,
    }).values;
    return { isAll: all, isResend };
  } catch {
    throw new Error(usage);
  }
}

function lineOf({ answer, kind, key, requestedAt, tries, triedAt }: Delivery): string {
  const tried =
    triedAt === null
      ? 'not tried yet'
      : `tried ${tries === 1 ? 'once' : `${tries} times`}, last ${timeOf(triedAt)}`;
  return [
    `requested ${timeOf(requestedAt)}`,
    tried,
    printable(answer ?? ''),
    `${kind} ${printable(key)}`,
  ]
    .filter(Boolean)
    .join('  ');
}

/** A moment to the minute, UTC. */
function timeOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 16).replace('T', ' ');
}

async function resend(store: Store): Promise<number> {
  const refused = await store.deliveries.list({ state: 'refused' }, mostResent);
  for (const name of refused) await store.deliveries.resend(name, Date.now());
  console.log(`Sent again: ${refused.length}. A server that is running begins within a minute.`);
  return 0;
}
