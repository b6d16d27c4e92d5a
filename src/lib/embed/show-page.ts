import { exchangePage } from '../enhance/swap-page.ts';
import type { EmbedMessage } from './messages.ts';

/** Room above what is read first, in CSS pixels. */
const above = 16;

/**
 * Puts a received page in the place of this one and moves the focus to what is to be read first. The
 * host's page is not scrolled; the frame is, where its host left it lower than it is. Gives the messages
 * that the page has for the host; null where the text is no page.
 */
export function showPage(html: string): readonly EmbedMessage[] | null {
  const present = exchangePage(html);
  if (!present) return null;
  const target = readFirst();
  target.focus({ preventScroll: true });
  if (target === present) scrollTo(0, 0);
  else scrollWithin(target);
  return messagesIn(present);
}

/** What is to be read first on the page that is shown. */
export function readFirst(): HTMLElement {
  const main = document.querySelector('main') ?? document.body;
  return main.querySelector<HTMLElement>('[data-focus]') ?? main;
}

/** Says in the place of the quiz that it could not be loaded, and loads it again by a button. */
export function showLost(load: () => void): void {
  const lost = document.querySelector<HTMLTemplateElement>('template[data-lost]');
  if (!lost) return;
  document.querySelector('main')?.replaceChildren(lost.content.cloneNode(true));
  document.querySelector('main button')?.addEventListener('click', load);
}

/** What a page has to say to the host. */
export function messagesIn(page: ParentNode): readonly EmbedMessage[] {
  const told = page.querySelector<HTMLElement>('[data-told]')?.dataset['told'];
  return told === undefined ? [] : (JSON.parse(told) as EmbedMessage[]);
}

function scrollWithin(target: HTMLElement): void {
  const { bottom, top } = target.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) scrollBy(0, top - above);
}
