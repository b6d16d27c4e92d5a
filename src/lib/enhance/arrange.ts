import { arrangeList } from './arrange-list.ts';

/** Lists of entries to be put in order get buttons to move them, also after a page was swapped in. */
function arrangeAll(): void {
  document.querySelectorAll<HTMLElement>('[data-arrange]').forEach(arrangeList);
}

arrangeAll();
document.addEventListener('verbatim:swap', arrangeAll);
