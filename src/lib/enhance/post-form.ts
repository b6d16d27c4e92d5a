import { showFault } from './show-fault.ts';
import { swapPage } from './swap-page.ts';
import { wordsOf } from './words.ts';

/** Milliseconds after which a request counts as not having arrived. */
export const patience = 20_000;

const inFlight = new WeakSet<HTMLFormElement>();

/** How a form is sent, where otherwise than by itself. */
interface Posting {
  readonly address?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Shows the answered page; false where the text is none. */
  readonly show?: (html: string) => boolean;
}

/**
 * Posts a form and puts the answered page in the place of this one, or only the part of it whose id
 * the form's `data-enhance` names. A form that is under way is not
 * sent again; a form that could not be stored stays as it is, and says so.
 */
export async function postForm(
  form: HTMLFormElement,
  {
    address = form.action,
    headers = {},
    show = (html) => swapPage(html, form.dataset['enhance']),
  }: Posting = {},
): Promise<void> {
  if (inFlight.has(form)) return;
  inFlight.add(form);
  const button = form.querySelector('button:not([type])');
  button?.setAttribute('aria-disabled', 'true');
  try {
    const response = await fetch(address, {
      method: 'POST',
      body: new URLSearchParams(new FormData(form) as unknown as Record<string, string>),
      headers: { accept: 'text/html', 'x-enhance': '1', ...headers },
      signal: AbortSignal.timeout(patience),
    });
    const html = await response.text();
    if (response.status >= 500 || !show(html)) showFault(form, wordsOf('notStored'));
  } catch {
    showFault(form, wordsOf('notSent'));
  } finally {
    inFlight.delete(form);
    button?.removeAttribute('aria-disabled');
  }
}
