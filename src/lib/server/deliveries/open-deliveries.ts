import type { DeliveryKind } from '../storage/delivery-store.ts';
import type { Tell } from '../attempts/happening.ts';
import { makeDeliveries, type Deliveries } from './deliveries.ts';
import { makeHearing, type HearingContext, type Listener } from './hearing.ts';
import { timerAlarm, type Alarm, type Sender } from './sent.ts';

/** Who sends one kind of delivery, and who hears of what has to be sent. */
export interface Outlet {
  readonly kind: DeliveryKind;
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
  readonly close: () => Promise<void>;
}

/** Binds the queue and the listeners of every outlet to one database, clock and chance. */
export function openDeliveries(
  context: Omit<HearingContext, 'alarm' | 'report'> & {
    readonly alarm?: Alarm;
    readonly report?: (error: unknown) => void;
    readonly chance?: () => number;
  },
  outlets: readonly Outlet[],
): OpenedDeliveries {
  const { alarm = timerAlarm, chance = Math.random, report = console.error } = context;
  const { now } = context;
  const senders = Object.fromEntries(outlets.map(({ kind, send }) => [kind, send]));
  const deliveries = makeDeliveries({
    store: context.store.deliveries,
    now,
    chance,
    alarm,
    report,
    senders,
  });
  const listeners = outlets.map(({ listener }) => listener(deliveries));
  const hearing = makeHearing({ ...context, alarm, report }, listeners);
  const tidy = async () => {
    await hearing.catchUp();
    await deliveries.forgetEnded();
  };
  return {
    deliveries,
    tell: hearing.tell,
    async start() {
      await tidy();
      deliveries.start();
    },
    tidy,
    async close() {
      await hearing.close();
      await deliveries.close();
    },
  };
}
