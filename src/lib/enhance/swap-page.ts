/**
 * Puts the main part of a received page in the place of this page's, with its title, and moves the
 * focus to what the page wants read first (`data-focus`), scrolling no further than that asks
 * (`scroll-margin`), so that what a reader has in view stays there. Where both pages have an element of the id
 * `part`, that alone is exchanged, and all around it stays as it was left. False where the text is no
 * such page.
 */
export function swapPage(html: string, part = ''): boolean {
  const received = new DOMParser().parseFromString(html, 'text/html');
  const [present, arrived] = findPair(received, part);
  if (!present || !arrived) return false;
  document.title = received.title;
  present.replaceChildren(...arrived.childNodes);
  document.dispatchEvent(new Event('verbatim:swap'));
  const target = present.querySelector<HTMLElement>('[data-focus]') ?? present;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: target === present ? 'start' : 'nearest' });
  return true;
}

function findPair(received: Document, part: string): (HTMLElement | null)[] {
  const pages = [document, received];
  const parts = pages.map((page) => page.getElementById(part));
  return parts.every(Boolean) ? parts : pages.map((page) => page.querySelector('main'));
}
