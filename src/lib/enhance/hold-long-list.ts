import { showFault } from './show-fault.ts';

/** Bytes of a list that get through with the rest of its form: the server takes 64 kB. */
const longest = 60_000;

/** Keeps a form whose list is too long from being sent, and says so: the server would not read it. */
export function holdLongList(list: HTMLTextAreaElement): void {
  list.form?.addEventListener('submit', (event) => {
    if (!list.form || new Blob([list.value]).size <= longest) return;
    event.preventDefault();
    showFault(list.form, list.dataset['tooLong'] ?? '');
  });
}
