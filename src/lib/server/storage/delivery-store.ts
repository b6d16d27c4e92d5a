import type { AttemptId, ClassId, ItemId, OwnerId } from '../../quiz/ids.ts';
import type { Attempt } from './store.ts';

/** What is sent: the score of a learner to a platform (LTI), or a statement to a record store. */
export type DeliveryKind = 'lti-score' | 'xapi-statement';

/** Asks for one delivery. A later request of the same kind and key takes the place of an earlier. */
export interface DeliveryRequest {
  readonly kind: DeliveryKind;
  /** From it the sender of the kind computes what holds when it is sent. */
  readonly key: string;
  /** Deliveries to one receiver: they wait together where it fails. */
  readonly group: string;
  /** With which class it is erased; null outside classes. */
  readonly classId: ClassId | null;
  /** With whose answers it is erased; null where it tells of nobody. */
  readonly owner: OwnerId | null;
  /** With which attempt it is erased; where it is gone, nothing is requested. Null where there is none. */
  readonly attemptId: AttemptId | null;
}

/**
 * `waiting`: to be sent, perhaps again; `delivered`; `refused`: the receiver takes it never; `pointless`:
 * there is nothing to send any more.
 */
export type DeliveryState = 'waiting' | 'delivered' | 'refused' | 'pointless';

/** A delivery as the log shows it. Times are milliseconds since 1970, UTC. */
export interface Delivery extends DeliveryRequest {
  readonly state: DeliveryState;
  /** Rises with each request, from 1. */
  readonly sequence: number;
  readonly requestedAt: number;
  /** When it is to be tried next, or was last. */
  readonly dueAt: number;
  /** How often it has been tried since it was last requested. */
  readonly tries: number;
  readonly triedAt: number | null;
  /** What came of the last try, in short; null before it. */
  readonly answer: string | null;
}

/** By what a delivery is called. */
export type DeliveryName = Pick<Delivery, 'kind' | 'key'>;

/** What came of a try. */
export interface Settled {
  readonly state: DeliveryState;
  readonly answer: string | null;
  readonly triedAt: number;
  /** With `waiting`: when it is tried again. */
  readonly dueAt: number;
}

/** Which deliveries the log shows. */
export type DeliveryFilter = Partial<Pick<Delivery, 'kind' | 'group' | 'classId' | 'state'>>;

/** An answer of an attempt, for whoever has to hear of it. */
export interface HeardAnswer {
  readonly attempt: Attempt;
  readonly classId: ClassId | null;
  readonly itemId: ItemId;
  readonly answeredAt: number;
}

/** The port to what is sent to other systems. */
export interface DeliveryStore {
  /** Stores what is to be sent from now on. */
  request(request: DeliveryRequest, nowMs: number): Promise<void>;
  /** As {@link DeliveryStore.request}, unless one of this kind and key was ever requested. */
  requestOnce(request: DeliveryRequest, nowMs: number): Promise<void>;
  /** Has it sent again as if it had been requested now; false where there is no such delivery. */
  resend(name: DeliveryName, nowMs: number): Promise<boolean>;
  /** The groups in which something is due that nobody holds. */
  listDueGroups(nowMs: number): Promise<string[]>;
  /** When something is due next, or let go by whoever holds it; null where nothing waits. */
  findNextDue(nowMs: number): Promise<number | null>;
  /** Takes what is due in a group, the longest waiting first, and holds it until a moment: for this caller alone. */
  hold(group: string, nowMs: number, untilMs: number, limit: number): Promise<Delivery[]>;
  /**
   * Notes down what came of a delivery that was held, and lets it go. Where it was requested again
   * meanwhile (its sequence is higher), it waits to be sent once more.
   */
  settle(name: DeliveryName, sequence: number, settled: Settled): Promise<void>;
  /** Lets a delivery go as it was before it was held. */
  release(name: DeliveryName): Promise<void>;
  /** Has everything that waits in a group tried at once: its receiver is back. */
  hasten(group: string, nowMs: number): Promise<void>;
  find(name: DeliveryName): Promise<Delivery | null>;
  /** The latest requested first. */
  list(filter: DeliveryFilter, limit: number): Promise<Delivery[]>;
  /** Deletes what ended before a moment, and what tells of an attempt that is gone. */
  forgetEnded(beforeMs: number): Promise<void>;
  /** Until when a listener has heard everything; noted down as `nowMs` where it has never listened. */
  beginHearing(listener: string, nowMs: number): Promise<number>;
  noteHeard(listener: string, untilMs: number): Promise<void>;
  /** Answers given since a moment, oldest first, a page at a time: those after the last one of a page. */
  pageAnswers(sinceMs: number, after: HeardAnswer | null, limit: number): Promise<HeardAnswer[]>;
}
