/**
 * Puts the main part of a received page in the place of this page's, keeping what is open, where the
 * focus is (by id) and how far the page is scrolled. False where the text is no such page.
 */
export function replaceKeeping(html: string): boolean {
  const received = new DOMParser().parseFromString(html, 'text/html');
  const main = received.querySelector('main');
  const present = document.querySelector('main');
  if (!main || !present) return false;
  const open = [...present.querySelectorAll('details[open]')].map(({ id }) => id);
  const focused = document.activeElement?.id ?? '';
  const { scrollX, scrollY } = window;
  document.title = received.title;
  present.replaceChildren(...main.childNodes);
  for (const id of open) if (id) document.getElementById(id)?.setAttribute('open', '');
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  window.scrollTo(scrollX, scrollY);
  document.dispatchEvent(new Event('verbatim:swap'));
  return true;
}
