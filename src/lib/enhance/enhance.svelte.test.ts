import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import './enhance.ts';
import { postForm } from './post-form.ts';
import { swapPage } from './swap-page.ts';

const question = `<form action="/answer" data-enhance>
  <label><input type="radio" name="choice" value="1" checked> Until Tuesday</label>
  <button>Check answer</button></form>`;
const answered = `<!doctype html><title>Answered</title><main><h2 id="verdict" tabindex="-1" data-focus>Right</h2></main>`;

function form(): HTMLFormElement {
  const found = document.querySelector('form');
  if (!found) throw new Error('The question has a form');
  return found;
}

beforeEach(() => {
  document.body.innerHTML = `<main data-not-sent="Not sent." data-not-stored="Not stored.">${question}</main>`;
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => vi.unstubAllGlobals());

function serve(respond: () => Promise<Response>) {
  const fetch = vi.fn(respond);
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

const html =
  (body: string, status = 200) =>
  async () =>
    new Response(body, { status });

it.each([true, false])('a form is sent by the script where cookies are kept: %s', (isKept) => {
  const fetch = serve(html(answered));
  vi.spyOn(navigator, 'cookieEnabled', 'get').mockReturnValue(isKept);
  const event = new SubmitEvent('submit', { bubbles: true, cancelable: true });
  form().dispatchEvent(event);
  expect(event.defaultPrevented).toBe(isKept);
  expect(fetch).toHaveBeenCalledTimes(isKept ? 1 : 0);
  vi.restoreAllMocks();
});

describe('a form that is sent without leaving the page', () => {
  it('becomes the answered page, with its title, and the verdict in focus', async () => {
    serve(html(answered));
    await postForm(form());
    expect(document.title).toBe('Answered');
    expect(document.activeElement?.id).toBe('verdict');
  });

  it('shows a refusal in words like any page', async () => {
    serve(html('<main><p data-focus tabindex="-1">Choose an answer first.</p></main>', 400));
    await postForm(form());
    expect(document.activeElement?.textContent).toBe('Choose an answer first.');
  });

  it('is sent once, however often it is asked while it is under way', async () => {
    const fetch = serve(html(answered));
    await Promise.all([postForm(form()), postForm(form())]);
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it.each<[string, () => Promise<Response>, RegExp]>([
    ['the server can’t be reached', () => Promise.reject(new TypeError('offline')), /^Not sent/],
    ['the server has a fault', html('<main>Sorry</main>', 503), /^Not stored/],
    ['something else answers', html('<p>A captive portal</p>'), /^Not stored/],
  ])('stays as it is, and says so, when %s', async (_name, respond, words) => {
    serve(respond);
    await postForm(form());
    expect(document.querySelector<HTMLInputElement>('input')?.checked).toBe(true);
    expect(document.activeElement?.textContent).toMatch(words);
    expect(document.querySelector('button')?.hasAttribute('aria-disabled')).toBe(false);
    await postForm(form());
    expect(document.querySelectorAll('[data-fault]')).toHaveLength(1);
  });
});

it('exchanges the part that a form names, and leaves what stands around it', async () => {
  document.body.innerHTML = `<main><details open><summary>Dates</summary></details>
    <aside id="question-one">${question.replace('data-enhance', 'data-enhance="question-one"')}</aside></main>`;
  const around = document.querySelector('details');
  const part = '<h4 tabindex="-1" data-focus="">Right</h4>';
  serve(html(`<main><details></details><aside id="question-one">${part}</aside></main>`));
  await postForm(form());
  expect(document.querySelector('details')).toBe(around);
  expect(document.querySelector('aside')?.innerHTML).toBe(part);
  expect(document.activeElement?.textContent).toBe('Right');
});

it('swaps nothing for a text that is no page of ours', () => {
  expect(swapPage('plain text')).toBe(false);
  expect(document.querySelector('form')).not.toBeNull();
});
