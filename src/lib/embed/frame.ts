import { arrangeList } from '../enhance/arrange-list.ts';
import { patience, postForm } from '../enhance/post-form.ts';
import { showFault } from '../enhance/show-fault.ts';
import { tellSubmit } from '../enhance/tell-submit.ts';
import { wordsOf } from '../enhance/words.ts';
import { makeHeightGuard } from './height-guard.ts';
import { embedVersion, isHello, type EmbedMessage } from './messages.ts';
import { messagesIn, readFirst, showLost, showPage } from './show-page.ts';
import { tellHeight, tellHost } from './tell-host.ts';
import { makeTokenKeeper } from './token-keeper.ts';

/** How a page came into the frame, which decides what of it is news to the host. */
type Arrival = 'opened' | 'followed' | 'answered';

const keeper = makeTokenKeeper();
const guardHeight = makeHeightGuard(() => performance.now());
/** Milliseconds before the attempt that was begun earlier is asked for again. */
const pauses = [1_000, 3_000];
let ready: EmbedMessage | null = null;
let isOpening = true;
let isFollowing = false;

const isNews: Readonly<Record<EmbedMessage['type'], readonly Arrival[]>> = {
  ready: ['opened'],
  resize: [],
  turned: [],
  answered: ['answered'],
  completed: ['opened', 'answered'],
};

/** An address of the quiz without the secret, which a header tells. */
function withoutSecret(address: string): string {
  return address.replace(/([?&])as=[\w-]*&?/, '$1').replace(/[?&](?=#|$)/, '');
}

function isOurs(address: string | null): address is string {
  return address?.startsWith('/embed/') ?? false;
}

/** Tells the host how high the page is, as far as the guard lets it. */
function tellHeightNow(guard: (height: number) => number | null = (height) => height): void {
  // A frame that is not shown has no width, and its text would run down a tower.
  if (innerWidth === 0) return;
  const height = guard(Math.ceil(document.documentElement.getBoundingClientRect().height));
  if (height !== null) tellHeight(height);
}

/** A page without script carries the secret in its addresses; from there it is taken over. */
function takeOverSecret(): void {
  const addresses = [...document.querySelectorAll('main form, main a')].map(
    (each) => each.getAttribute('action') ?? each.getAttribute('href'),
  );
  const token = addresses.map((address) => /[?&]as=([\w-]{43})/.exec(address ?? '')?.[1]);
  const [first] = token.filter((each) => each !== undefined);
  if (first !== undefined) keeper.hold(first);
}

function arrived(messages: readonly EmbedMessage[], arrival: Arrival): void {
  document.querySelectorAll<HTMLElement>('[data-arrange]').forEach(arrangeList);
  for (const message of messages) {
    if (message.type === 'ready') ready = message;
    if (isNews[message.type].includes(arrival)) tellHost(message);
  }
  if (arrival === 'answered') keeper.keep();
  tellHeightNow();
  if (arrival === 'opened') return;
  const top = Math.round(readFirst().getBoundingClientRect().top + scrollY);
  tellHost({ verbatim: embedVersion, type: 'turned', top });
}

function show(html: string, arrival: Arrival): boolean {
  const messages = showPage(html);
  if (messages) arrived(messages, arrival);
  return messages !== null;
}

/** Fetches a page of the quiz and shows it; false where none came. */
async function follow(address: string, arrival: Arrival): Promise<boolean> {
  try {
    const headers = { accept: 'text/html', 'x-enhance': '1', ...keeper.headers() };
    const signal = AbortSignal.timeout(patience);
    const response = await fetch(withoutSecret(address), { headers, signal });
    const html = await response.text();
    return response.status < 500 && show(html, arrival);
  } catch {
    return false;
  }
}

document.addEventListener('click', (event) => {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    return;
  const [link, button] = [closest(event, 'a[href]'), closest(event, 'button:not([type])')];
  const address = link?.getAttribute('href') ?? null;
  if (link && isOurs(address)) {
    event.preventDefault();
    void followLink(link, address);
  }
  const form = button?.closest('form');
  if (!button || !form || !isOurs(form.getAttribute('action'))) return;
  event.preventDefault();
  tellSubmit(form, button);
});

function closest(event: Event, selector: string): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;
}

/** What can't be fetched is said at the link, which stays. While one is under way, others wait. */
async function followLink(link: HTMLElement, address: string): Promise<void> {
  if (isFollowing) return;
  isFollowing = true;
  const isShown = await follow(address, 'followed');
  isFollowing = false;
  if (!isShown && link.parentElement) showFault(link.parentElement, wordsOf('notSent'));
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return;
  const address = form.getAttribute('action');
  if (!isOurs(address)) return;
  event.preventDefault();
  // What stands there while an earlier attempt is being fetched belongs to another one.
  if (isOpening) return;
  const arrival = address.includes('?/answer') ? 'answered' : 'followed';
  void postForm(form, {
    address: withoutSecret(address),
    headers: keeper.headers(),
    show: (html) => show(html, arrival),
  });
});

addEventListener('message', ({ data, source }) => {
  if (source !== parent) return;
  const asked = data as { readonly type?: unknown; readonly message?: unknown } | null;
  // @open-iframe-resizer asks by the one, WordPress by the other.
  const isInit = asked?.type === 'iframe-child-init' || asked?.message === 'ready';
  if (!isHello(data) && !isInit) return;
  if (ready) tellHost(ready);
  tellHeightNow();
});

/** Goes on with the attempt that was begun earlier; false where its server can't be reached. */
async function goOn(): Promise<boolean> {
  const address = location.pathname + location.search;
  for (const pause of pauses) {
    if (await follow(address, 'opened')) return true;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return follow(address, 'opened');
}

async function open(): Promise<void> {
  tellHeightNow();
  isOpening = keeper.kept !== null;
  const isLost = isOpening && !(await goOn());
  isOpening = false;
  // Ends the wait of a page that is none before a token is read.
  document.documentElement.dataset['opened'] = '';
  if (isLost) {
    showLost(() => void open());
  } else if (keeper.kept === null) {
    takeOverSecret();
    arrived(messagesIn(document), 'opened');
  }
}

new ResizeObserver(() => tellHeightNow(guardHeight)).observe(document.documentElement);
void open();
