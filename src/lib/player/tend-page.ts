import { tellSubmit } from '../enhance/tell-submit.ts';

/**
 * Sees to the links and forms of a page that may stand in any frame: what leads elsewhere opens beside
 * the course, since publishers refuse to be shown in frames; a form is sent also where a sandbox
 * blocks forms; and it is taken here.
 */
export function tendPage(takeForm: (form: HTMLFormElement) => void): void {
  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const link = target?.closest<HTMLAnchorElement>('a[href]');
    if (link && !link.getAttribute('href')?.startsWith('#')) {
      link.target = '_blank';
      link.rel = 'noopener noreferrer';
    }
    const button = target?.closest<HTMLButtonElement>('form button:not([type])');
    if (!button?.form) return;
    event.preventDefault();
    tellSubmit(button.form, button);
  });
  document.addEventListener('submit', (event) => {
    if (event.target instanceof HTMLFormElement) takeForm(event.target);
    event.preventDefault();
  });
}
