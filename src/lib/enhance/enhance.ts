import { postForm } from './post-form.ts';

/** Forms that ask for it are sent without leaving the page; all others work as the browser does. */
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.hasAttribute('data-enhance')) return;
  event.preventDefault();
  void postForm(form);
});
