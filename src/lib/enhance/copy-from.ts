/**
 * Copies the text of the element whose id a button's `data-copy` names, and says so on the button by
 * its `data-copied`; where the browser does not let it, the text is selected, to be copied by hand, and
 * the button says that by its `data-selected`.
 */
export async function copyFrom(button: HTMLButtonElement): Promise<void> {
  const source = document.getElementById(button.dataset['copy'] ?? '');
  if (!source) return;
  try {
    await navigator.clipboard.writeText(source.textContent.trim());
    button.textContent = button.dataset['copied'] ?? '';
  } catch {
    getSelection()?.selectAllChildren(source);
    button.textContent = button.dataset['selected'] ?? '';
  }
}
