import { render } from 'svelte/server';
import { exchangePage, swapPage } from '../enhance/swap-page.ts';
import { readFields } from '../item-types/read-fields.ts';
import type { Play } from './play.ts';
import PlayerPage from './PlayerPage.svelte';

/**
 * The page as the site would send it: the player makes pages in the browser as the server does there
 * (decision record 012).
 */
function pageOf({ speaker, view }: Play): string {
  const { body, head } = render(PlayerPage, { props: { speaker, view: view() } });
  return `<!doctype html><head>${head}</head><body>${body}</body>`;
}

/** Shows a play for the first time; the focus stays where it is. */
export function openPlay(play: Play): void {
  const received = new DOMParser().parseFromString(pageOf(play), 'text/html');
  document.querySelector('main')?.replaceWith(...received.querySelectorAll('main'));
  document.title = received.title;
  document.dispatchEvent(new Event('verbatim:swap'));
}

/** What the player's forms ask for, by the name in their action: `?/answer`. */
const deeds: Readonly<Record<string, (play: Play, form: HTMLFormElement) => Promise<void>>> = {
  async answer(play, form) {
    const fields = readFields(new FormData(form)) ?? new Map<string, string[]>();
    const told = play.answer(fields);
    swapPage(pageOf(play));
    await told;
    exchangePage(pageOf(play), 'untold');
  },
  async next(play) {
    play.goOn();
    swapPage(pageOf(play));
  },
  async again(play) {
    play.begin();
    swapPage(pageOf(play));
  },
  async back(play) {
    const { returnUrl } = play.view();
    // What can't be told now is told as the page goes.
    await play.tellAgain();
    if (returnUrl !== null) location.assign(returnUrl);
  },
  async tell(play) {
    await play.tellAgain();
    const note = exchangePage(pageOf(play), 'untold');
    // The button that had the focus is gone: the new one has it, or what is to be read.
    const next =
      note?.querySelector('button') ??
      document.querySelector<HTMLElement>('[data-focus]') ??
      document.querySelector('main');
    next?.focus({ preventScroll: true });
  },
};

/** Does what a form of the player asks for, and shows what has become of it. */
export async function takeForm(play: Play, form: HTMLFormElement): Promise<void> {
  const name = /\?\/(\w+)/.exec(form.getAttribute('action') ?? '')?.[1];
  await deeds[name ?? '']?.(play, form);
}
