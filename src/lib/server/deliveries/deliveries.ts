import type {
  Delivery,
  DeliveryFilter,
  DeliveryKind,
  DeliveryName,
  DeliveryRequest,
  DeliveryStore,
} from '../storage/delivery-store.ts';
import { makeGroups } from './groups.ts';
import type { Alarm, Sender } from './sent.ts';
import { sendOnce } from './send-once.ts';

/** What the queue reaches the world by. */
export interface DeliveryContext {
  readonly store: DeliveryStore;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  /** From 0 up to 1. */
  readonly chance: () => number;
  readonly alarm: Alarm;
  readonly senders: Readonly<Partial<Record<DeliveryKind, Sender>>>;
  /** Is told what nobody expected: a fault of the database or of a sender. */
  readonly report: (error: unknown) => void;
}

/**
 * What is sent to other systems: kept in the database until it is delivered or refused, tried again
 * with growing pauses, apart from whoever asked for it.
 */
export interface Deliveries {
  /** Resolves once the request is stored; it is sent from then on, also after a restart. */
  readonly request: (request: DeliveryRequest) => Promise<void>;
  /** As `request`, unless one of this kind and key was ever requested. */
  readonly requestOnce: (request: DeliveryRequest) => Promise<void>;
  /** Has it sent again, whatever became of it; false where there is no such delivery. */
  readonly resend: (name: DeliveryName) => Promise<boolean>;
  readonly find: (name: DeliveryName) => Promise<Delivery | null>;
  /** The log, the latest requested first. */
  readonly list: (filter: DeliveryFilter, limit: number) => Promise<Delivery[]>;
  /** Begins to send what waits. */
  readonly start: () => void;
  /** Deletes what ended so long ago that nobody looks for it in the log. */
  readonly forgetEnded: () => Promise<void>;
  /** Resolves once nothing is under way. */
  readonly idle: () => Promise<void>;
  /** Sends nothing more; what is under way gets a few seconds, and is sent again after the next start. */
  readonly close: () => Promise<void>;
}

/** How long a delivery that ended stays in the log, in milliseconds: 90 days. */
const loggedMs = 90 * 24 * 60 * 60 * 1000;
/** How long another server leaves a delivery alone that one has taken: longer than one may take. */
const heldMs = 60_000;
/** How often at least it looks for what others have stored, and again after a fault. */
const lookMs = 60_000;
/** How long a stop waits for what is under way. */
const closingMs = 5_000;

/** The queue on a database; nothing is sent before `start`. */
export function makeDeliveries(context: DeliveryContext): Deliveries {
  const { alarm, now, store } = context;
  const groups = makeGroups(now, context.chance);
  const closing = new AbortController();
  const underWay = new Set<Promise<void>>();
  let isOpen = false;
  let isAsked = false;
  let pumping: Promise<void> | null = null;
  let cancelLook = (): void => undefined;

  const run = async (delivery: Delivery) => {
    groups.begin(delivery.group);
    const sent = await sendOnce(context, delivery, closing.signal);
    const isBack = groups.end(delivery.group, sent);
    if (isBack) await store.hasten(delivery.group, now()).catch(context.report);
  };
  const begin = (delivery: Delivery) => {
    const work = run(delivery).then(() => {
      underWay.delete(work);
      look();
    });
    underWay.add(work);
  };
  const takeDue = async (nowMs: number) => {
    for (const group of await store.listDueGroups(nowMs)) {
      const room = isOpen ? groups.room(group) : 0;
      if (room === 0) continue;
      for (const each of await store.hold(group, nowMs, nowMs + heldMs, room)) begin(each);
    }
  };
  /** When to look again: what has become due since is found by the moment of this look. */
  const nextLookMs = async (nowMs: number) => {
    const next = [await store.findNextDue(nowMs), groups.nextEnd()].filter((at) => at !== null);
    return Math.max(Math.min(lookMs, ...next.map((at) => at - now())), 0);
  };
  const pump = async () => {
    cancelLook();
    let waitMs = lookMs;
    try {
      isAsked = false;
      const nowMs = now();
      await takeDue(nowMs);
      waitMs = await nextLookMs(nowMs);
    } catch (error) {
      context.report(error);
    }
    pumping = null;
    if (isAsked) look();
    else if (isOpen) cancelLook = alarm(waitMs, look);
  };
  const look = () => {
    if (!isOpen) return;
    isAsked = true;
    pumping ??= pump();
  };
  const idle = async () => {
    while (pumping !== null || underWay.size > 0) await Promise.all([pumping, ...underWay]);
  };
  return {
    async request(request) {
      await store.request(request, now());
      look();
    },
    async requestOnce(request) {
      await store.requestOnce(request, now());
      look();
    },
    async resend(name) {
      const isKnown = await store.resend(name, now());
      look();
      return isKnown;
    },
    find: (name) => store.find(name),
    list: (filter, limit) => store.list(filter, limit),
    start() {
      isOpen = true;
      look();
    },
    forgetEnded: () => store.forgetEnded(now() - loggedMs),
    idle,
    async close() {
      isOpen = false;
      cancelLook();
      const cancel = alarm(closingMs, () => closing.abort());
      await idle();
      cancel();
    },
  };
}
