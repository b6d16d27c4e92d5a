/** One stream of server-sent events (HTML Living Standard, 9.2) to one browser. */
export interface EventStream {
  readonly body: ReadableStream<Uint8Array>;
  /** Sends this state as an event, unless the browser has it. */
  readonly tell: (state: string) => void;
  readonly end: () => void;
}

/** Chunks that may wait for a browser which reads slowly; one that falls behind comes anew. */
const mostWaiting = 16;

/** Milliseconds after which a browser comes again when its stream has ended. */
const retryMs = 3_000;

const encoder = new TextEncoder();

/** A stream to a browser that has seen a state; `onEnd` is called once, whoever ends it. */
export function eventStream(
  seen: string | null,
  { heartbeatMs, lifeMs }: { readonly heartbeatMs: number; readonly lifeMs: number },
  onEnd: () => void,
): EventStream {
  let told = seen;
  let lived = 0;
  const { body, end, send } = openChannel(() => {
    clearInterval(heartbeat);
    onEnd();
  });
  const heartbeat = setInterval(() => {
    lived += heartbeatMs;
    if (lived >= lifeMs) end();
    else send(': \n\n');
  }, heartbeatMs);
  send(`retry: ${retryMs}\n\n`);
  return {
    body,
    end,
    tell(state) {
      if (state === told) return;
      told = state;
      send(`id: ${state}\ndata: changed\n\n`);
    },
  };
}

/** A body that is written bit by bit, until either side ends it. */
function openChannel(onEnd: () => void) {
  let open: ReadableStreamDefaultController<Uint8Array> | null = null;
  const leave = (): void => {
    if (open === null) return;
    open = null;
    onEnd();
  };
  const body = new ReadableStream<Uint8Array>(
    { start: (controller) => void (open = controller), cancel: leave },
    new CountQueuingStrategy({ highWaterMark: mostWaiting }),
  );
  const end = (): void => {
    open?.close();
    leave();
  };
  const send = (text: string): void => {
    if ((open?.desiredSize ?? 0) <= 0) end();
    else open?.enqueue(encoder.encode(text));
  };
  return { body, end, send };
}
