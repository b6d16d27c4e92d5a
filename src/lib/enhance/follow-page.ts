import { mergePart } from './merge-part.ts';

/** Milliseconds between two looks where no stream can be had. */
const withoutStreamMs = 5_000;
/** Milliseconds between two looks beside a stream: time passes, too, and is told in words. */
const besideStreamMs = 30_000;

const fields = 'input:not([type="radio"], [type="checkbox"]), textarea, select';

/**
 * Keeps the part of the page up to date that names a stream of events (`data-follow`): after every
 * event the page is asked for again, and the part made like the received one. Where there is no stream
 * the page is asked for every few seconds. Gives a function that ends it.
 */
export function followPage(): () => void {
  let stream: EventSource | null = null;
  let lookedAt = Date.now();
  let isLooking = false;
  let isOwed = false;
  const look = async (): Promise<void> => {
    if (isLooking || isTyping()) {
      isOwed = true;
      return;
    }
    isLooking = true;
    isOwed = false;
    lookedAt = Date.now();
    await refresh().catch(() => undefined);
    isLooking = false;
    if (isOwed) await look();
  };
  const listen = (): void => {
    stream?.close();
    stream = null;
    const url = part(document)?.dataset['follow'];
    if (document.hidden || !url || !('EventSource' in window)) return;
    stream = new EventSource(url);
    stream.onmessage = () => void look();
  };
  const timer = setInterval(() => {
    if (document.hidden) return;
    const every = stream?.readyState === 1 ? besideStreamMs : withoutStreamMs;
    if (isOwed || Date.now() - lookedAt >= every) void look();
  }, 1_000);
  // A page that nobody sees gives its connection back.
  document.addEventListener('visibilitychange', listen);
  listen();
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', listen);
    stream?.close();
  };
}

function part(page: Document): HTMLElement | null {
  return page.querySelector<HTMLElement>('[data-follow]');
}

function isTyping(): boolean {
  return document.activeElement?.matches(fields) ?? false;
}

async function refresh(): Promise<void> {
  const response = await fetch(location.href, {
    headers: { accept: 'text/html', 'x-enhance': '1' },
  });
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const present = part(document);
  const received = part(page);
  if (!response.ok || !present || !received || isTyping()) return;
  const focused = document.activeElement;
  document.title = page.title;
  mergePart(present, received);
  // What was moved loses the focus on the way.
  if (focused instanceof HTMLElement && focused.isConnected) focused.focus({ preventScroll: true });
}
