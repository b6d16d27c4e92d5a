import { beforeEach, describe, expect, it } from 'vitest';
import { mergePart } from './merge-part.ts';

let present: HTMLElement;
beforeEach(() => {
  document.body.innerHTML = '<div id="live"></div>';
  present = document.querySelector('div') as HTMLElement;
});

function received(html: string): Element {
  const made = document.createElement('div');
  made.innerHTML = html;
  return made;
}

/** Makes the part like this, and gives it back as it is then. */
function merge(html: string): string {
  const arrived = received(html);
  arrived.id = 'live';
  mergePart(present, arrived);
  return present.innerHTML;
}

describe('merging a part', () => {
  it.each([
    ['<p>1</p>', '<p>2</p>'],
    ['<p>1</p>', '<ul><li>1</li></ul><p class="x">2</p>'],
    ['<ul><li id="a">A</li><li id="b">B</li></ul>', '<ul><li id="b">B</li></ul>'],
    ['<ul><li id="a">A</li><li id="b">B</li></ul>', '<ul><li id="b">B</li><li id="a">A</li></ul>'],
    ['<p id="a">A</p>', '<h2 id="a">A</h2>'],
    ['text', '<!--x-->more<b>bold</b>'],
    ['<p a="1" b="2">x</p>', '<p b="3">x</p>'],
    ['<p>x</p><p>y</p>', ''],
  ])('makes %s into %s', (before, after) => {
    present.innerHTML = before;
    expect(merge(after)).toBe(after);
  });

  it('keeps the elements that both have, wherever they stand now', () => {
    present.innerHTML = '<ul><li id="a">A</li><li id="b"><a href="/1">B</a></li></ul>';
    const link = present.querySelector('a');
    merge('<ul><li id="b"><a href="/2">B</a></li><li id="c">C</li><li id="a">A</li></ul>');
    expect(present.querySelector('a')).toBe(link);
    expect(link?.getAttribute('href')).toBe('/2');
  });

  it('leaves the focus where it is', () => {
    present.innerHTML = '<p>1</p><a href="/x">x</a>';
    present.querySelector('a')?.focus();
    merge('<p>2</p><a href="/x">y</a>');
    expect(document.activeElement?.textContent).toBe('y');
  });

  it('leaves open what is open, and chosen what is chosen', () => {
    present.innerHTML = '<details><p>1</p></details><input type="radio" name="x">';
    const [details, input] = [present.querySelector('details'), present.querySelector('input')];
    details?.setAttribute('open', '');
    if (input) input.checked = true;
    merge('<details><p>2</p></details><input type="radio" name="x">');
    expect(present.querySelector('details')?.open).toBe(true);
    expect(present.querySelector('input')?.checked).toBe(true);
    expect(present.querySelector('p')?.textContent).toBe('2');
  });
});
