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
  const target = present.querySelector<HTMLElement>('[data-focus]') ?? present;
  target.focus({ preventScroll: true });
  if (target === present) scrollTo(0, 0);
  else scrollWithin(target);
  return messagesIn(present);
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
