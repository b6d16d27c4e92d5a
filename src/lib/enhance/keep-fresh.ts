import { replaceKeeping } from './replace-keeping.ts';

/** Milliseconds between two looks at how many have joined. */
const everyMs = 5000;

/** Asks for the page again while somebody can see it; one that can't be had is asked for once more. */
async function refresh(): Promise<void> {
  if (document.hidden) return;
  const response = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (response.ok) replaceKeeping(await response.text());
}

setInterval(() => void refresh().catch(() => undefined), everyMs);
