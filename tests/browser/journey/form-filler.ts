import type { Browser, Page } from 'playwright-core';
import type { GivenAnswer } from '../storm.ts';

/** Fills in forms of pages that were fetched without a browser, as their labels say. */
export interface FormFiller {
  /** The fields of a question's form with this answer; throws where the page does not offer it. */
  fill(html: string, given: GivenAnswer): Promise<Record<string, string> | string>;
}

/** Runs in a page: reads a document, answers its question by what is read there, and gives its form. */
function fillIn({ html, given }: { html: string; given: GivenAnswer }): string {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const form = parsed.querySelector<HTMLFormElement>('form[action*="answer"]');
  if (!form) throw new Error('No question is asked here');
  const words = (element: Element | null) =>
    (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const named = (text: string) => {
    const fields = [
      ...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select'),
    ];
    const found = fields.find((field) => {
      const by = field.getAttribute('aria-labelledby')?.split(' ') ?? [];
      const label = by.length
        ? by.map((id) => words(parsed.getElementById(id))).join(' ')
        : (field.getAttribute('aria-label') ?? words(field.labels?.[0] ?? null));
      return label === text;
    });
    if (!found) throw new Error(`Nothing is called “${text}”`);
    return found;
  };
  const choose = (select: Element, text: string) => {
    const option = [...select.querySelectorAll('option')].find((each) =>
      words(each).includes(text),
    );
    if (!option) throw new Error(`No such choice: ${text}`);
    option.selected = true;
  };
  if (typeof given === 'string') {
    const field = form.querySelector<HTMLInputElement>('input[name="value"], input[name="entry"]');
    if (!field) throw new Error('Nothing is to be written here');
    field.value = given;
  } else if ('order' in given) {
    given.order.forEach((text, index) => {
      (named(text) as HTMLSelectElement).value = String(index + 1);
    });
  } else if ('match' in given) {
    for (const [left, right] of Object.entries(given.match)) choose(named(left), right);
  } else {
    for (const text of given) (named(text) as HTMLInputElement).checked = true;
  }
  const pairs = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  return new URLSearchParams(pairs).toString();
}

/** A filler that works in an empty page of a browser. */
export async function openFormFiller(browser: Browser): Promise<FormFiller> {
  const page: Page = await (await browser.newContext()).newPage();
  return { fill: (html, given) => page.evaluate(fillIn, { html, given }) };
}
