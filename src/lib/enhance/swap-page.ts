/**
 * Puts the main part of a received page in the place of this page's, with its title, and moves the
 * focus to what the page wants read first (`data-focus`). False where the text is no such page.
 */
export function swapPage(html: string): boolean {
  const received = new DOMParser().parseFromString(html, 'text/html');
  const main = received.querySelector('main');
  const present = document.querySelector('main');
  if (!main || !present) return false;
  document.title = received.title;
  present.replaceChildren(...main.childNodes);
  document.dispatchEvent(new Event('verbatim:swap'));
  const target = present.querySelector<HTMLElement>('[data-focus]') ?? present;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'start' });
  return true;
}
