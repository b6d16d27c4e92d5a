import { copyFrom } from './copy-from.ts';
import { mergePart } from './merge-part.ts';

/**
 * The builder's page follows what is chosen: every change asks the server for the page as it is then,
 * and what differs is taken over. The frame of the preview is made anew only where its code changed.
 */
const form = () => document.querySelector<HTMLFormElement>('form[data-builder]');
const framedIn = (page: Document) => page.querySelector<HTMLElement>('[data-framed]');

let shownCode = framedIn(document)?.innerHTML ?? '';
let asking = new AbortController();

function prepare(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) button.hidden = false;
  for (const picker of document.querySelectorAll<HTMLInputElement>('[data-colour-of]')) {
    const colour = fieldOf(picker)?.value.replace(/^#?/, '#') ?? '';
    if (/^#[\da-f]{6}$/i.test(colour)) picker.value = colour;
    picker.hidden = false;
  }
}

function fieldOf(picker: HTMLInputElement): HTMLInputElement | null {
  return form()?.querySelector(`#${picker.dataset['colourOf'] ?? ''}`) ?? null;
}

/** Scripts that came as text do not run: the first that is needed is made anew. */
function runScripts(framed: HTMLElement): void {
  for (const script of framed.querySelectorAll('script')) {
    if (document.querySelector(`head script[src="${script.src}"]`)) continue;
    const fresh = document.createElement('script');
    fresh.src = script.src;
    document.head.append(fresh);
  }
}

function takeOver(page: Document): void {
  const [present, received] = [document, page].map((each) => each.getElementById('builder'));
  if (!present || !received) return;
  const [framed, next] = [framedIn(document), framedIn(page)];
  const code = next?.innerHTML ?? '';
  document.title = page.title;
  if (framed && next) {
    // What is in the frame stays as it is while all around it is made alike.
    next.replaceWith(framed.cloneNode(true));
    mergePart(present, received);
    if (code !== shownCode) framedIn(document)?.replaceChildren(...next.childNodes);
  } else {
    mergePart(present, received);
  }
  shownCode = code;
  const shown = framedIn(document);
  if (shown) runScripts(shown);
  prepare();
}

/** Asks for the page of a query and takes it over; where it can't be had, the browser goes there. */
async function show(query: string): Promise<void> {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  try {
    const response = await fetch(query, {
      headers: { accept: 'text/html', 'x-enhance': '1' },
      signal,
    });
    const text = await response.text();
    if (!response.ok) return location.assign(query);
    const focused = document.activeElement?.id ?? '';
    takeOver(new DOMParser().parseFromString(text, 'text/html'));
    history.replaceState(null, '', query);
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  } catch {
    if (!signal.aborted) location.assign(query);
  }
}

function queryOf(filled: HTMLFormElement): string {
  const pairs = [...new FormData(filled)].map(([name, value]) => [name, String(value)]);
  return `?${String(new URLSearchParams(pairs))}`;
}

document.addEventListener('change', ({ target }) => {
  const filled = form();
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
  if (target.dataset['colourOf']) {
    const field = fieldOf(target as HTMLInputElement);
    if (field) field.value = target.value;
  }
  if (filled?.contains(target)) void show(queryOf(filled));
});

document.addEventListener('submit', (event) => {
  if (event.target !== form() || !(event.target instanceof HTMLFormElement)) return;
  event.preventDefault();
  void show(queryOf(event.target)).then(() => {
    document.querySelector<HTMLElement>('#builder [role="alert"], #preview')?.focus();
  });
});

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey) return;
  const button = event.target.closest<HTMLButtonElement>('[data-copy]');
  if (button) void copyFrom(button);
  const link = event.target.closest<HTMLAnchorElement>('a[data-choose]');
  if (!link) return;
  event.preventDefault();
  void show(new URL(link.href).search).then(() => keepBeside(link));
});

/** The first of a list can't be moved on: then its tick has the focus. */
function keepBeside({ id }: HTMLElement): void {
  const link = document.getElementById(id);
  const row = document.getElementById(id.replace('earlier-', 'row-'));
  (link ?? row?.querySelector('input'))?.focus();
}

prepare();
