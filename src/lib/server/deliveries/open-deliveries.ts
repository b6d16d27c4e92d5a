import type { DeliveryKind } from '../storage/delivery-store.ts';
import type { Tell } from '../attempts/happening.ts';
import { makeDeliveries, type Deliveries, type DeliveryContext } from './deliveries.ts';
import { makeHearing, type HearingContext, type Listener } from './hearing.ts';
import type { Sender } from './sent.ts';

/** Who sends one kind of delivery, and who hears of what has to be sent. */
export interface Outlet {
  readonly kind: DeliveryKind;
  /** A group that is tried anew at each start, since its settings may have been mended; or null. */
  readonly group: string | null;
  readonly send: Sender;
  readonly listener: (deliveries: Deliveries) => Listener;
}

/** Deliveries that are under way and whoever requests them, of one server. */
export interface OpenedDeliveries {
  readonly deliveries: Deliveries;
  readonly tell: Tell;
  /** Catches up with what was missed, and begins to send. */
  readonly start: () => Promise<void>;
  /** What is done once a day: catches up, and clears the log. */
  readonly tidy: () => Promise<void>;
  /** Resolves once everything that was told has been heard. */
  readonly heard: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Binds the queue and the listeners of every outlet to one database, clock and chance. */
export function openDeliveries(
  context: HearingContext & Pick<DeliveryContext, 'chance' | 'note'>,
  outlets: readonly Outlet[],
): OpenedDeliveries {
  const senders = Object.fromEntries(outlets.map(({ kind, send }) => [kind, send]));
  const deliveries = makeDeliveries({ ...context, store: context.store.deliveries, senders });
  const listeners = outlets.map(({ listener }) => listener(deliveries));
  const hearing = makeHearing(context, listeners);
  const tidy = async () => {
    await hearing.catchUp();
    await deliveries.forgetEnded();
  };
  return {
    deliveries,
    tell: hearing.tell,
    async start() {
      await tidy();
      const groups = outlets.map(({ group }) => group).filter((group) => group !== null);
      for (const group of groups) await context.store.deliveries.hasten(group, context.now());
      deliveries.start();
    },
    tidy,
    heard: hearing.heard,
    async close() {
      await hearing.close();
      await deliveries.close();
    },
  };
}
