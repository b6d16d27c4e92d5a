import {
  fillLms,
  lmsGroups,
  type Lms,
  type LmsGrades,
  type LmsGroup,
} from '../formats/fill-lms.ts';

/**
 * The list of an LMS is read and filled here: it never leaves the browser. Names go into the page as
 * text, the filled list becomes a file to save.
 */
const form = document.querySelector<HTMLFormElement>('[data-fill-list]');
const chooser = document.querySelector<HTMLInputElement>('[data-list-file]');
const result = document.querySelector<HTMLElement>('[data-list-result]');

/** Words that the server wrote on the form, in the reader's language, with their gaps filled. */
function wordsOf(name: string, gaps: Readonly<Record<string, string>>): string {
  const words = form?.dataset[name] ?? '';
  return words.replace(/\{(\w+)\}/g, (gap, of: string) => gaps[of] ?? gap);
}

function showNames(group: LmsGroup, names: readonly string[]): void {
  const section = result?.querySelector<HTMLElement>(`[data-group="${group}"]`);
  if (!section) return;
  section.hidden = names.length === 0;
  const count = section.querySelector('[data-count]');
  if (count) count.textContent = String(names.length);
  const entries = names.map((name) => {
    const entry = document.createElement('li');
    entry.dir = 'auto';
    entry.textContent = name;
    return entry;
  });
  section.querySelector('ul')?.replaceChildren(...entries);
}

function offerFile(text: string, name: string): void {
  const offer = result?.querySelector<HTMLElement>('[data-offer]');
  const link = offer?.querySelector('a');
  if (!offer || !link) return;
  URL.revokeObjectURL(link.href);
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  offer.hidden = text === '';
}

async function fill(file: File, lms: Lms, grades: LmsGrades): Promise<void> {
  const filled = fillLms(lms, await file.text(), grades);
  const faults = filled.ok
    ? []
    : filled.faults.map(({ kind, line, text }) => wordsOf(kind, { line: String(line), text, lms }));
  const status = result?.querySelector('[role="status"]');
  if (status) {
    status.textContent = filled.ok
      ? wordsOf('filled', {
          matched: String(filled.groups.matched.length),
          graded: String(filled.graded),
        })
      : faults.join(' ');
  }
  for (const group of lmsGroups) showNames(group, filled.ok ? filled.groups[group] : []);
  offerFile(
    filled.ok ? filled.text : '',
    `${lms.toLowerCase()}-${file.name.replace(/\.\w+$/, '')}.csv`,
  );
  if (result) result.hidden = false;
}

if (form && chooser) {
  const grades = JSON.parse(form.dataset['grades'] ?? '') as LmsGrades;
  const lms = form.dataset['fillList'] as Lms;
  for (const each of document.querySelectorAll<HTMLElement>('[data-with-script]'))
    each.hidden = false;
  form.hidden = true;
  chooser.addEventListener('change', () => {
    const [file] = chooser.files ?? [];
    if (file) void fill(file, lms, grades);
  });
}
