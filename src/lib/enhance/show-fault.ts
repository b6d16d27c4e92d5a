/**
 * Says at a form, or at a link’s surroundings, above the button, why it was not stored, and moves the focus there; the inputs stay
 * as they are and where they are.
 */
export function showFault(form: HTMLElement, message: string): void {
  const notice = form.querySelector<HTMLElement>('[data-fault]') ?? document.createElement('p');
  notice.dataset['fault'] = '';
  notice.className = 'notice';
  notice.tabIndex = -1;
  notice.textContent = message;
  form.lastElementChild?.before(notice);
  notice.focus();
}
