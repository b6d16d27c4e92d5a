import { beforeEach, describe, expect, it } from 'vitest';
import { arrangeList } from './arrange-list.ts';

const texts = ['Lines fall', 'Peak', 'Repairs'];

/** A list as the server renders it, with places that were given before. */
function list(given: readonly string[] = ['', '', '']): HTMLElement {
  document.body.innerHTML = `<main data-move-up="Higher: {entry}" data-move-down="Lower: {entry}"
    data-moved="{entry} is {place} of {total}"><ol data-arrange>${texts
      .map((text, index) => {
        const options = ['', '1', '2', '3'].map(
          (value) => `<option ${value === given[index] ? 'selected' : ''}>${value}</option>`,
        );
        return `<li><label for="p${index}">${text}</label><select id="p${index}">${options.join('')}</select></li>`;
      })
      .join('')}</ol></main>`;
  const found = document.querySelector<HTMLElement>('ol');
  if (!found) throw new Error('The list is there');
  return found;
}

const shown = () => [...document.querySelectorAll('label')].map((label) => label.textContent);
const places = () =>
  Object.fromEntries(
    [...document.querySelectorAll('select')].map((select) => [select.id, select.value]),
  );

function press(name: string): HTMLElement {
  const button = [...document.querySelectorAll('button')].find(
    (each) => each.getAttribute('aria-label') === name,
  );
  if (!button) throw new Error(`There is a button “${name}”`);
  button.click();
  return button;
}

describe('a list whose entries are put in order', () => {
  beforeEach(() => arrangeList(list()));

  it('keeps its answer in the choices of places, which stand back', () => {
    expect(places()).toEqual({ p0: '1', p1: '2', p2: '3' });
    expect([...document.querySelectorAll('select')].every((select) => select.hidden)).toBe(true);
  });

  it('moves an entry by its buttons, says its place, and keeps the focus', () => {
    const button = press('Higher: Repairs');
    expect(shown()).toEqual(['Lines fall', 'Repairs', 'Peak']);
    expect(places()).toEqual({ p0: '1', p1: '3', p2: '2' });
    expect(document.querySelector('[role=status]')?.textContent).toBe('Repairs is 2 of 3');
    expect(document.activeElement).toBe(button);
    press('Lower: Lines fall');
    expect(shown()).toEqual(['Repairs', 'Lines fall', 'Peak']);
  });

  it('moves nothing beyond its ends', () => {
    press('Higher: Lines fall');
    press('Lower: Repairs');
    expect(shown()).toEqual(texts);
  });

  it('is fitted out once, however often that is asked', () => {
    const found = document.querySelector<HTMLElement>('ol');
    if (found) arrangeList(found);
    expect(document.querySelectorAll('button')).toHaveLength(6);
  });
});

describe('an order that nobody touched', () => {
  const notice = () => document.querySelector('form [data-fault]');

  /** Puts the list into a form and sends that; true where nothing held it back. */
  function send(): boolean {
    const form = document.querySelector('form');
    return form?.dispatchEvent(new Event('submit', { cancelable: true, bubbles: true })) ?? false;
  }

  function inForm(found: HTMLElement): HTMLElement {
    const form = document.createElement('form');
    found.dataset['unmoved'] = 'Nothing has been moved yet.';
    found.replaceWith(form);
    form.append(found, document.createElement('button'));
    arrangeList(found);
    return found;
  }

  it('is held back once, in words that take the focus, and sent where one insists', () => {
    inForm(list());
    expect(send()).toBe(false);
    expect(document.activeElement).toBe(notice());
    expect(notice()?.textContent).toBe('Nothing has been moved yet.');
    expect(notice()?.nextElementSibling?.tagName).toBe('BUTTON');
    expect(send()).toBe(true);
  });

  it('is one even where a button moved nothing', () => {
    inForm(list());
    press('Higher: Lines fall');
    expect(send()).toBe(false);
  });

  it('becomes an answer once something was moved, be it to and fro, and the words go', () => {
    inForm(list());
    send();
    press('Lower: Lines fall');
    expect(notice()).toBeNull();
    press('Higher: Lines fall');
    expect(send()).toBe(true);
    inForm(list());
    press('Lower: Lines fall');
    expect(send()).toBe(true);
  });

  it('is none where places were given before', () => {
    inForm(list(['3', '1', '2']));
    expect(send()).toBe(true);
  });
});

it('begins with the places that were given before', () => {
  arrangeList(list(['3', '1', '2']));
  expect(shown()).toEqual(['Peak', 'Repairs', 'Lines fall']);
  expect(places()).toEqual({ p0: '3', p1: '1', p2: '2' });
});
