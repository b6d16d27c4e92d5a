/** What came of sending something once. Reasons are plain English, short, without secrets. */
export type Sent =
  | { readonly kind: 'delivered'; readonly answer?: string }
  /**
   * Not now; not before so many milliseconds have passed, where the receiver named a time. `isOwn`: the
   * receiver is well, and takes others.
   */
  | {
      readonly kind: 'later';
      readonly reason: string;
      readonly afterMs?: number;
      readonly isOwn?: boolean;
    }
  /** The receiver takes it never, however often it is sent. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** There is nothing to send any more, for instance since the learner was erased. */
  | { readonly kind: 'pointless'; readonly reason: string };

/**
 * Computes from a delivery's key what holds now, and sends it. It may be called more than once for one
 * request, so the receiver must know again what it has. The signal says that nobody waits any more.
 */
export type Sender = (key: string, signal: AbortSignal) => Promise<Sent>;

/** Calls back after so many milliseconds, unless it is called off by what it gives. */
export type Alarm = (ms: number, call: () => void) => () => void;

/** The real clock's. It keeps no process from ending. */
export const timerAlarm: Alarm = (ms, call) => {
  const timer = setTimeout(call, ms).unref();
  return () => clearTimeout(timer);
};
