import { showFault } from './show-fault.ts';
import { swapPage } from './swap-page.ts';
import { wordsOf } from './words.ts';

/** Milliseconds after which a post counts as not having arrived. */
const patience = 20_000;

const inFlight = new WeakSet<HTMLFormElement>();

/**
 * Posts a form and puts the answered page in the place of this one, or only the part of it whose id
 * the form's `data-enhance` names. A form that is under way is not
 * sent again; a form that could not be stored stays as it is, and says so.
 */
export async function postForm(form: HTMLFormElement): Promise<void> {
  if (inFlight.has(form)) return;
  inFlight.add(form);
  const button = form.querySelector('button:not([type])');
  button?.setAttribute('aria-disabled', 'true');
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams(new FormData(form) as unknown as Record<string, string>),
      headers: { accept: 'text/html', 'x-enhance': '1' },
      signal: AbortSignal.timeout(patience),
    });
    const html = await response.text();
    if (response.status >= 500 || !swapPage(html, form.dataset['enhance']))
      showFault(form, wordsOf('notStored'));
  } catch {
    showFault(form, wordsOf('notSent'));
  } finally {
    inFlight.delete(form);
    button?.removeAttribute('aria-disabled');
  }
}
