import { fillTimeZones } from './fill-time-zone.ts';
import { postForm } from './post-form.ts';

/**
 * Forms that ask for it are sent without leaving the page; all others work as the browser does. So do
 * all where no cookie is kept: answers hang on the page's address then, which only the browser changes.
 */
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.hasAttribute('data-enhance')) return;
  if (!navigator.cookieEnabled) return;
  event.preventDefault();
  void postForm(form);
});

// As late as can be: a form may have been exchanged since the page was loaded.
document.addEventListener('submit', fillTimeZones, { capture: true });
