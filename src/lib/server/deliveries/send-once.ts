import type { Delivery, Settled } from '../storage/delivery-store.ts';
import { backOffMs, longestDeliveryMs } from './back-off.ts';
import type { DeliveryContext } from './deliveries.ts';
import type { Sent } from './sent.ts';

/** How long a receiver may take to answer, in milliseconds. */
const patienceMs = 30_000;

/**
 * Sends a delivery that this server holds, and notes down what came of it. Null where the server is
 * being stopped: it waits as it did before. Never rejects.
 */
export async function sendOnce(
  context: DeliveryContext,
  delivery: Delivery,
  closing: AbortSignal,
): Promise<Sent | null> {
  const sent = await attempt(context, delivery, closing);
  try {
    if (sent === null) await context.store.release(delivery);
    else
      await context.store.settle(delivery, delivery.sequence, settledAs(context, delivery, sent));
  } catch (error) {
    // It is held for a while yet, and is sent again afterwards.
    context.report(error);
  }
  return sent;
}

async function attempt(
  { alarm, report, senders }: DeliveryContext,
  { kind, key }: Delivery,
  closing: AbortSignal,
): Promise<Sent | null> {
  const send = senders[kind];
  if (!send) return { kind: 'later', reason: 'This server is not set up to send it.' };
  const limit = new AbortController();
  const signal = AbortSignal.any([limit.signal, closing]);
  const cut = new Promise<Sent | null>((resolve) => {
    signal.addEventListener('abort', () =>
      resolve(
        closing.aborted
          ? null
          : { kind: 'later', reason: `No answer within ${patienceMs / 1000} seconds.` },
      ),
    );
  });
  const cancel = alarm(patienceMs, () => limit.abort());
  const sending = send(key, signal).catch((error: unknown): Sent => {
    if (!signal.aborted) report(error);
    return { kind: 'later', reason: 'This server could not make it ready.' };
  });
  const sent = await Promise.race([cut, sending]);
  cancel();
  return sent;
}

function settledAs({ chance, now }: DeliveryContext, { tries }: Delivery, sent: Sent): Settled {
  const nowMs = now();
  if (sent.kind === 'delivered') {
    return { state: 'delivered', answer: sent.answer ?? null, triedAt: nowMs, dueAt: nowMs };
  }
  const said = { answer: sent.reason, triedAt: nowMs };
  if (sent.kind !== 'later') return { ...said, state: sent.kind, dueAt: nowMs };
  const ownMs = backOffMs(tries + 1, longestDeliveryMs, chance());
  return { ...said, state: 'waiting', dueAt: nowMs + Math.max(ownMs, sent.afterMs ?? 0) };
}
