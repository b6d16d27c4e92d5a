/**
 * Tells a form that it is to be sent by this button, in the place of a browser whose sandbox blocks
 * forms and tells nobody.
 */
export function tellSubmit(form: HTMLFormElement, submitter: HTMLElement): void {
  const told = { bubbles: true, cancelable: true, submitter };
  if (form.reportValidity()) form.dispatchEvent(new SubmitEvent('submit', told));
}
