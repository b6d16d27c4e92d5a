import type { Delivery } from '../storage/delivery-store.ts';
import type { DeliveryContext } from './deliveries.ts';
import { makeLookout } from './lookout.ts';
import { makeGroups, type Groups } from './groups.ts';
import { makeOutageLog, type OutageLog } from './outage-log.ts';
import { sendOnce } from './send-once.ts';

/** Takes what is due out of the database and sends it. */
export interface Pump {
  /** From now on. */
  readonly open: () => void;
  /** Looks for what is due, at once. */
  readonly look: () => void;
  /** Resolves once nothing is under way. */
  readonly idle: () => Promise<void>;
  /** Takes nothing more, and resolves once what is under way has ended or was given up. */
  readonly close: () => Promise<void>;
}

/** How long another server leaves a delivery alone that one has taken: longer than one may take. */
const heldMs = 60_000;
/** How often at least it looks for what others have stored, and again after a fault. */
const lookMs = 60_000;
/** How long a stop waits for what is under way. */
const closingMs = 5_000;

/** A pump that is not open yet. */
export function makePump(context: DeliveryContext): Pump {
  const { alarm } = context;
  const groups = makeGroups(context.now, context.chance);
  const log = makeOutageLog(context.note);
  const closing = new AbortController();
  const underWay = new Set<Promise<void>>();
  const lookout = makeLookout(alarm, () => takeDue(context, groups, begin));
  const begin = (delivery: Delivery) => {
    const work = send(context, { groups, log }, delivery, closing.signal).then(() => {
      underWay.delete(work);
      lookout.look();
    });
    underWay.add(work);
  };
  const idle = async () => {
    while (lookout.isLooking() || underWay.size > 0) {
      await Promise.all([lookout.looked(), ...underWay]);
    }
  };
  return {
    open: lookout.open,
    look: lookout.look,
    idle,
    async close() {
      lookout.shut();
      const cancel = alarm(closingMs, () => closing.abort());
      await idle();
      cancel();
    },
  };
}

/** Begins what is due and has room; gives after how many milliseconds to look again. Never rejects. */
async function takeDue(
  { now, report, store }: DeliveryContext,
  groups: Groups,
  begin: (delivery: Delivery) => void,
): Promise<number> {
  const nowMs = now();
  try {
    for (const group of await store.listDueGroups(nowMs)) {
      const room = groups.room(group);
      if (room === 0) continue;
      for (const each of await store.hold(group, nowMs, nowMs + heldMs, room)) {
        groups.begin(group);
        begin(each);
      }
    }
    // By the moment of this look, so that what has become due since is not passed over.
    const ends = [await store.findNextDue(nowMs), groups.nextEnd()].filter((at) => at !== null);
    return Math.max(Math.min(lookMs, ...ends.map((at) => at - now())), 0);
  } catch (error) {
    report(error);
    return lookMs;
  }
}

/** Sends one, and lets its group know how it went. Never rejects. */
async function send(
  context: DeliveryContext,
  { groups, log }: { readonly groups: Groups; readonly log: OutageLog },
  delivery: Delivery,
  closing: AbortSignal,
): Promise<void> {
  const sent = await sendOnce(context, delivery, closing);
  log(delivery.group, sent);
  const isBack = groups.end(delivery.group, sent);
  if (isBack) await context.store.hasten(delivery.group, context.now()).catch(context.report);
}
