import { showFault } from './show-fault.ts';
import { wordsOf } from './words.ts';

const arrows = { up: 'M8 13V3M3.5 7.5 8 3l4.5 4.5', down: 'M8 3v10M3.5 8.5 8 13l4.5-4.5' };

/**
 * Gives each entry of a list two buttons that move it up or down, in the place of its choice of
 * places, which goes on to hold the answer. Places that were given before decide the first order.
 */
export function arrangeList(list: HTMLElement): void {
  if (list.dataset['arrange']) return;
  list.dataset['arrange'] = 'done';
  const status = document.createElement('p');
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  list.after(status);
  const entries = [...list.children] as HTMLElement[];
  const given = entries.map((entry) => Number(choiceOf(entry).value));
  entries
    .map((entry, index) => ({ entry, place: given[index] || entries.length }))
    .sort((one, other) => one.place - other.place)
    .forEach(({ entry }) => list.append(entry));
  for (const entry of entries) addButtons(list, entry, status);
  number(list);
  if (!given.some(Boolean)) holdUnmoved(list);
}

/**
 * An order that nobody touched is an answer only where one insists: the first attempt to send it is
 * held back, and says so (`data-unmoved`).
 */
function holdUnmoved(list: HTMLElement): void {
  const form = list.closest('form');
  form?.addEventListener(
    'submit',
    (event) => {
      if (list.dataset['arrange'] === 'moved') return;
      event.preventDefault();
      event.stopPropagation();
      showFault(form, list.dataset['unmoved'] ?? '');
    },
    { once: true },
  );
}

function choiceOf(entry: HTMLElement): HTMLSelectElement {
  const choice = entry.querySelector('select');
  if (!choice) throw new Error('Each entry has a choice of places');
  return choice;
}

function addButtons(list: HTMLElement, entry: HTMLElement, status: HTMLElement): void {
  const text = entry.querySelector('label')?.textContent ?? '';
  const place = document.createElement('span');
  place.className = 'place';
  entry.prepend(place);
  const buttons = (['up', 'down'] as const).map((way) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'move';
    button.setAttribute(
      'aria-label',
      wordsOf(way === 'up' ? 'moveUp' : 'moveDown', { entry: text }),
    );
    button.append(arrow(way));
    button.addEventListener('click', () => {
      move(list, entry, way);
      const place = choiceOf(entry).value;
      const total = String(list.children.length);
      status.textContent = wordsOf('moved', { entry: text, place, total });
      button.focus();
    });
    return button;
  });
  choiceOf(entry).hidden = true;
  entry.append(...buttons);
}

function arrow(way: keyof typeof arrows): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  const path = document.createElementNS(space, 'path');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', arrows[way]);
  svg.append(path);
  return svg;
}

function move(list: HTMLElement, entry: HTMLElement, way: keyof typeof arrows): void {
  const other = way === 'up' ? entry.previousElementSibling : entry.nextElementSibling;
  if (!other) return;
  if (way === 'up') other.before(entry);
  else other.after(entry);
  list.dataset['arrange'] = 'moved';
  list.closest('form')?.querySelector('[data-fault]')?.remove();
  number(list);
}

/** Writes into each entry's choice the place at which it now stands. */
function number(list: HTMLElement): void {
  ([...list.children] as HTMLElement[]).forEach((entry, index) => {
    choiceOf(entry).value = String(index + 1);
    const place = entry.querySelector('.place');
    if (place) place.textContent = `${index + 1}.`;
  });
}
