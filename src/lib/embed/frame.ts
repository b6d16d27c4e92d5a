import { arrangeList } from '../enhance/arrange-list.ts';
import { postForm } from '../enhance/post-form.ts';
import { showFault } from '../enhance/show-fault.ts';
import { tellSubmit } from '../enhance/tell-submit.ts';
import { wordsOf } from '../enhance/words.ts';
import { makeHeightGuard } from './height-guard.ts';
import { isHello, type EmbedMessage } from './messages.ts';
import { messagesIn, showPage } from './show-page.ts';
import { tellHeight, tellHost } from './tell-host.ts';
import { makeTokenKeeper } from './token-keeper.ts';

/** How a page came into the frame, which decides what of it is news to the host. */
type Arrival = 'opened' | 'followed' | 'posted';

const keeper = makeTokenKeeper();
const guardHeight = makeHeightGuard(() => performance.now());
let ready: EmbedMessage | null = null;

const isNews: Readonly<Record<EmbedMessage['type'], readonly Arrival[]>> = {
  ready: ['opened'],
  resize: [],
  answered: ['posted'],
  completed: ['opened', 'posted'],
};

/** An address of the quiz without the secret, which a header tells. */
function withoutSecret(address: string): string {
  return address.replace(/([?&])as=[\w-]*&?/, '$1').replace(/[?&](?=#|$)/, '');
}

function isOurs(address: string | null): address is string {
  return address?.startsWith('/embed/') ?? false;
}

function heightNow(): number {
  return Math.ceil(document.documentElement.getBoundingClientRect().height);
}

/** A page without script carries the secret in its addresses; from there it is taken over. */
function takeOverSecret(): void {
  const addresses = [...document.querySelectorAll('main form')].map((form) =>
    form.getAttribute('action'),
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
  if (arrival === 'posted') keeper.keep();
  if (arrival === 'opened') tellHeight(heightNow());
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
    const response = await fetch(withoutSecret(address), { headers });
    return show(await response.text(), arrival);
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

/** What can't be fetched is said at the link, which stays. */
async function followLink(link: HTMLElement, address: string): Promise<void> {
  if (!(await follow(address, 'followed')) && link.parentElement) {
    showFault(link.parentElement, wordsOf('notSent'));
  }
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return;
  const address = form.getAttribute('action');
  if (!isOurs(address)) return;
  event.preventDefault();
  void postForm(form, {
    address: withoutSecret(address),
    headers: keeper.headers(),
    show: (html) => show(html, 'posted'),
  });
});

addEventListener('message', ({ data, source }) => {
  if (source !== parent) return;
  const asked = data as { readonly type?: unknown; readonly message?: unknown } | null;
  // @open-iframe-resizer asks by the one, WordPress by the other.
  const isInit = asked?.type === 'iframe-child-init' || asked?.message === 'ready';
  if (!isHello(data) && !isInit) return;
  if (ready) tellHost(ready);
  tellHeight(heightNow());
});

async function open(): Promise<void> {
  tellHeight(heightNow());
  if (keeper.kept !== null && (await follow(location.pathname + location.search, 'opened'))) return;
  takeOverSecret();
  arrived(messagesIn(document), 'opened');
}

new ResizeObserver(() => {
  // A frame that is not shown has no width, and its text would run down a tower.
  if (innerWidth === 0) return;
  const height = guardHeight(heightNow());
  if (height !== null) tellHeight(height);
}).observe(document.documentElement);
void open();
