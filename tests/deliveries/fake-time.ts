import type { Alarm } from '../../src/lib/server/deliveries/sent.ts';

/** A clock that stands until a test moves it. */
export interface FakeTime {
  readonly now: () => number;
  readonly alarm: Alarm;
  /** Moves on to each alarm within so many milliseconds and, before and after each, lets things settle. */
  readonly pass: (ms: number) => Promise<void>;
  /** Moves on so many milliseconds and sets off what is due, without waiting for what goes on. */
  readonly ring: (ms: number) => void;
}

/** A clock at a moment; `settle` resolves once nothing goes on by itself any more. */
export function fakeTime(settle: () => Promise<void>, startMs = 1_000_000): FakeTime {
  let now = startMs;
  let alarms: { readonly at: number; readonly call: () => void }[] = [];
  return {
    now: () => now,
    alarm(ms, call) {
      const alarm = { at: now + ms, call };
      alarms.push(alarm);
      return () => {
        alarms = alarms.filter((each) => each !== alarm);
      };
    },
    async pass(ms) {
      const end = now + ms;
      await settle();
      for (;;) {
        const [next] = alarms.toSorted((one, other) => one.at - other.at);
        if (!next || next.at > end) break;
        alarms = alarms.filter((each) => each !== next);
        now = Math.max(now, next.at);
        next.call();
        await settle();
      }
      now = end;
    },
    ring(ms) {
      now += ms;
      const due = alarms.filter(({ at }) => at <= now);
      alarms = alarms.filter(({ at }) => at > now);
      for (const { call } of due) call();
    },
  };
}
