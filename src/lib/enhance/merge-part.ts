/**
 * Makes an element like a received one, keeping what both have: its nodes, and with them focus, what is
 * open, scrolled and filled in. Elements with an id are found again wherever they stand now.
 */
export function mergePart(present: Element, received: Element): void {
  for (const { name } of [...present.attributes]) {
    if (name !== 'open' && !received.hasAttribute(name)) present.removeAttribute(name);
  }
  for (const { name, value } of received.attributes) {
    if (present.getAttribute(name) !== value) present.setAttribute(name, value);
  }
  let at: ChildNode | null = present.firstChild;
  for (const next of [...received.childNodes]) {
    const kept = findKept(present, at, next);
    if (kept === null) {
      present.insertBefore(next, at);
      continue;
    }
    if (kept === at) at = at.nextSibling;
    else present.insertBefore(kept, at);
    if (kept instanceof Element) mergePart(kept, next as Element);
    else if (kept.nodeValue !== next.nodeValue) kept.nodeValue = next.nodeValue;
  }
  while (at) {
    const left: ChildNode = at;
    at = at.nextSibling;
    left.remove();
  }
}

/** The present node that a received one stands for; null where it is new. */
function findKept(present: Element, at: ChildNode | null, next: ChildNode): ChildNode | null {
  if (next instanceof Element && next.id) {
    const same = [...present.children].find(({ id }) => id === next.id);
    return same?.nodeName === next.nodeName ? same : null;
  }
  const isNamed = at instanceof Element && at.id !== '';
  return at?.nodeName === next.nodeName && !isNamed ? at : null;
}
