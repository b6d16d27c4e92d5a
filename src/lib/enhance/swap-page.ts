/**
 * Puts the main part of a received page in the place of this page's ({@link exchangePage}), and moves the
 * focus to what the page wants read first (`data-focus`), scrolling no further than that asks
 * (`scroll-margin`), so that what a reader has in view stays there. False where the text is no such page.
 */
export function swapPage(html: string, part = ''): boolean {
  const present = exchangePage(html, part);
  if (!present) return false;
  const target = present.querySelector<HTMLElement>('[data-focus]') ?? present;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: target === present ? 'start' : 'nearest' });
  return true;
}

/**
 * Puts the main part of a received page in the place of this page's, with its title. Where both pages
 * have an element of the id `part`, that alone is exchanged, and all around it stays as it was left.
 * Gives what was exchanged; null where the text is no such page.
 */
export function exchangePage(html: string, part = ''): HTMLElement | null {
  const received = new DOMParser().parseFromString(html, 'text/html');
  const [present, arrived] = findPair(received, part);
  if (!present || !arrived) return null;
  document.title = received.title;
  present.replaceChildren(...arrived.childNodes);
  document.dispatchEvent(new Event('verbatim:swap'));
  return present;
}

function findPair(received: Document, part: string): (HTMLElement | null)[] {
  const pages = [document, received];
  const parts = pages.map((page) => page.getElementById(part));
  return parts.every(Boolean) ? parts : pages.map((page) => page.querySelector('main'));
}
