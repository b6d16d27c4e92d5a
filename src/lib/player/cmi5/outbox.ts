/** What a record store made of a statement. */
export type Taken = 'taken' | 'refused' | 'later';

/** What an outbox needs of the world. */
export interface OutboxWorld<Statement> {
  /** Makes ready to send, for instance by reading what statements are made of; false to try again. */
  readonly prepare: () => Promise<boolean>;
  readonly send: (statement: Statement) => Promise<Taken>;
  /** Resolves after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
  /** Is told whenever it has become true, or false, that statements can’t be sent. */
  readonly onStuck: (isStuck: boolean) => void;
}

/** Statements on their way, one after the other. What can’t be sent stays and is tried again. */
export interface Outbox<Statement> {
  /** Each is made when it is its turn, and once. */
  readonly add: (make: () => Statement) => void;
  /** Takes out what is not under way, for a page that ends. */
  readonly takeRest: () => Statement[];
  /** Resolves once nothing waits any more. */
  readonly sent: () => Promise<void>;
}

const firstWaitMs = 1_000;
const longestWaitMs = 60_000;

/** An outbox that is empty. */
export function makeOutbox<Statement>(world: OutboxWorld<Statement>): Outbox<Statement> {
  const waiting: (() => Statement)[] = [];
  let sending: Promise<void> | null = null;
  let isReady = false;
  const attempt = async (first: () => Statement): Promise<Taken> => {
    isReady ||= await world.prepare();
    return isReady ? world.send(first()) : 'later';
  };
  const run = async () => {
    let failures = 0;
    for (let [first] = waiting; first; [first] = waiting) {
      const taken = await attempt(first);
      if (taken !== 'later') {
        if (waiting[0] === first) waiting.shift();
        if (failures > 0) world.onStuck(false);
        failures = 0;
        continue;
      }
      if (failures === 0) world.onStuck(true);
      await world.wait(Math.min(firstWaitMs * 2 ** failures, longestWaitMs));
      failures += 1;
    }
    sending = null;
  };
  return {
    add(make) {
      waiting.push(once(make));
      sending ??= run();
    },
    takeRest() {
      return isReady ? waiting.splice(sending ? 1 : 0).map((make) => make()) : [];
    },
    sent: async () => {
      await sending;
    },
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
