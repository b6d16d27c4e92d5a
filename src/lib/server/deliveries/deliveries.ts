import type {
  Delivery,
  DeliveryFilter,
  DeliveryKind,
  DeliveryName,
  DeliveryRequest,
  DeliveryStore,
} from '../storage/delivery-store.ts';
import type { Alarm, Sender } from './sent.ts';
import { makePump } from './pump.ts';

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
  /** Is told in a line how receivers are, for the server's log. */
  readonly note: (line: string) => void;
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

/** The queue on a database; nothing is sent before `start`. */
export function makeDeliveries(context: DeliveryContext): Deliveries {
  const { now, store } = context;
  const pump = makePump(context);
  return {
    async request(request) {
      await store.request(request, now());
      pump.look();
    },
    async requestOnce(request) {
      await store.requestOnce(request, now());
      pump.look();
    },
    async resend(name) {
      const isKnown = await store.resend(name, now());
      pump.look();
      return isKnown;
    },
    find: (name) => store.find(name),
    list: (filter, limit) => store.list(filter, limit),
    start: pump.open,
    forgetEnded: () => store.forgetEnded(now() - loggedMs),
    idle: pump.idle,
    close: pump.close,
  };
}
