import type { Sent } from './sent.ts';

/** The longest that a receiver may ask us to wait, in milliseconds: a day. */
const longestWaitMs = 24 * 60 * 60 * 1000;
/** Signs of a receiver's answer that the log keeps. */
const answerLength = 200;
/** Bytes of an answer that are read at most. */
const mostBytes = 4096;

/** Client errors that a later try may mend: time-out, too early, too many requests. */
const passingStatuses = new Set([408, 425, 429]);

/** What a receiver's answer means for what was sent to it. */
export async function readReply(response: Response, nowMs: number): Promise<Sent> {
  const { headers, status } = response;
  const reason = await shortAnswer(response);
  if (response.ok) return { kind: 'delivered', answer: reason };
  if (status < 500 && !passingStatuses.has(status)) return { kind: 'refused', reason };
  const afterMs = readRetryAfter(headers.get('retry-after'), nowMs);
  return { kind: 'later', reason, ...(afterMs === null ? {} : { afterMs }) };
}

/** What it means that no answer came: the network, the name, the certificate or the time. */
export function readFailure(error: unknown): Sent {
  const { cause, message } = error as Error;
  const deeper = cause instanceof Error ? ` (${cause.message})` : '';
  return { kind: 'later', reason: shortened(`No answer: ${message}${deeper}`) };
}

/** Milliseconds to wait by `Retry-After` (RFC 9110, 10.2.3): seconds or a date; null where it says neither. */
export function readRetryAfter(value: string | null, nowMs: number): number | null {
  if (value === null) return null;
  const text = value.trim();
  const dateMs = text.endsWith('GMT') ? Date.parse(text) : NaN;
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : dateMs - nowMs;
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), longestWaitMs);
}

/** A receiver's status and the beginning of its answer, on one line. */
async function shortAnswer(response: Response): Promise<string> {
  const { status, statusText } = response;
  const location = status >= 300 && status < 400 ? (response.headers.get('location') ?? '') : '';
  const text = await firstOf(response).catch(() => '');
  return shortened(
    [status, statusText, location && `to ${location}`, text].filter(Boolean).join(' '),
  );
}

async function firstOf(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    text += decoder.decode(part.value, { stream: true });
    bytes += part.value.byteLength;
    if (bytes >= mostBytes) break;
  }
  await reader?.cancel();
  return text;
}

function shortened(text: string): string {
  const line = text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return line.length > answerLength ? `${line.slice(0, answerLength - 1)}…` : line;
}
