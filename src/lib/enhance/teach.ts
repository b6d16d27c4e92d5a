import { copyFrom } from './copy-from.ts';
import { holdLongList } from './hold-long-list.ts';

/** A form that was not sent yet takes over the time zone that the browser's clock shows. */
function fillTimeZone(field: HTMLInputElement): void {
  field.value = Intl.DateTimeFormat().resolvedOptions().timeZone || field.value;
}

document.querySelectorAll<HTMLInputElement>('input[data-time-zone]').forEach(fillTimeZone);
document.querySelectorAll<HTMLTextAreaElement>('textarea[data-too-long]').forEach(holdLongList);
document.querySelectorAll<HTMLButtonElement>('button[data-copy]').forEach((button) => {
  button.hidden = false;
  button.addEventListener('click', () => void copyFrom(button));
});
