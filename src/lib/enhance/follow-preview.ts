import { replaceKeeping } from './replace-keeping.ts';

/** Milliseconds between two looks at whether something was saved. */
const everyMs = 400;

/** Asks for the page again where the collection was saved since it was made. */
async function follow(): Promise<void> {
  const page = document.querySelector<HTMLElement>('[data-revision]');
  const revision = await fetch('/preview/changes').then((response) => response.text());
  if (page?.dataset['revision'] === revision) return;
  const response = await fetch(location.href, { headers: { accept: 'text/html' } });
  replaceKeeping(await response.text());
}

/** A server that is being started again is waited for. */
function again(): void {
  void follow()
    .catch(() => undefined)
    .finally(() => setTimeout(again, everyMs));
}

again();
