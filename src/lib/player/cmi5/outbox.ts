/** What a record store made of what it was sent; `barred`: it takes nothing from this sender. */
export type Taken = 'taken' | 'refused' | 'barred' | 'later';

/** What an outbox needs of the world. */
export interface OutboxWorld<Statement> {
  /** Makes ready to send, for instance by reading what statements are made of; false to try again. */
  readonly prepare: () => Promise<boolean>;
  readonly send: (statement: Statement) => Promise<Taken>;
  /** Resolves after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
}

/** Statements on their way, one after the other. What can’t be sent stays and is tried again. */
export interface Outbox<Statement> {
  /** Each is made when it is its turn, and once. */
  readonly add: (make: () => Statement) => void;
  /** Tries at once what waits for a later try. */
  readonly again: () => void;
  /** Resolves to true once nothing waits any more, and to false at the next try that fails. */
  readonly settled: () => Promise<boolean>;
  /** Takes out what is not under way, also what waits for a later try, for a page that ends. */
  readonly takeRest: () => Statement[];
}

const firstWaitMs = 1_000;
const longestWaitMs = 60_000;

/** An outbox that is empty. */
export function makeOutbox<Statement>(world: OutboxWorld<Statement>): Outbox<Statement> {
  const waiting: (() => Statement)[] = [];
  const courier = makeCourier(world);
  const watchers: ((isEmpty: boolean) => void)[] = [];
  let isSending = false;
  let wake = (): void => undefined;
  const tell = (isEmpty: boolean) => watchers.splice(0).forEach((watcher) => watcher(isEmpty));
  const run = async () => {
    isSending = true;
    // What is added in the same breath is there before the first of it is sent.
    await Promise.resolve();
    let failures = 0;
    for (let [first] = waiting; first; [first] = waiting) {
      if ((await courier.carry(first)) !== 'later') {
        waiting.shift();
        failures = 0;
        continue;
      }
      const woken = new Promise<void>((resolve) => (wake = resolve));
      tell(false);
      await Promise.race([world.wait(Math.min(firstWaitMs * 2 ** failures, longestWaitMs)), woken]);
      failures += 1;
    }
    isSending = false;
    tell(true);
  };
  return {
    add(make) {
      waiting.push(once(make));
      if (!isSending) void run();
    },
    again: () => wake(),
    settled: () =>
      isSending ? new Promise((resolve) => watchers.push(resolve)) : Promise.resolve(true),
    takeRest: () =>
      courier.isReady() ? waiting.splice(courier.isUnderWay() ? 1 : 0).map((make) => make()) : [],
  };
}

/** Carries one statement at a time, and knows whether one is on its way just now. */
function makeCourier<Statement>({ prepare, send }: OutboxWorld<Statement>) {
  let isReady = false;
  let isUnderWay = false;
  return {
    isReady: () => isReady,
    isUnderWay: () => isUnderWay,
    async carry(make: () => Statement): Promise<Taken> {
      isUnderWay = true;
      isReady ||= await prepare();
      const taken = isReady ? await send(make()) : 'later';
      isUnderWay = false;
      return taken;
    },
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
