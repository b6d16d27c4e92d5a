import type { XmlElement } from '../../xml-tree.ts';

/**
 * A file of QTI by the names of QTI 2: `qti-choice-interaction max-choices` of QTI 3.0 becomes
 * `choiceInteraction maxChoices`, so that one reader knows both, since they differ in names alone.
 */
export function byOlderNames(element: XmlElement): XmlElement {
  const { attributes, children, line, name } = element;
  return {
    name: camelCase(name.replace(/^qti-/, '')),
    attributes: new Map([...attributes].map(([key, value]) => [camelCase(key), value])),
    children: children.map((child) => (typeof child === 'string' ? child : byOlderNames(child))),
    line,
  };
}

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_whole, letter: string) => letter.toUpperCase());
}

/** The elements among an element's children. */
export function elementsIn({ children }: XmlElement): XmlElement[] {
  return children.filter((child) => typeof child !== 'string');
}

/** Every element below an element that is meant, in the order of the file; none inside another. */
export function findAll(
  element: XmlElement | undefined,
  isMeant: (element: XmlElement) => boolean,
): XmlElement[] {
  if (!element) return [];
  return elementsIn(element).flatMap((child) =>
    isMeant(child) ? [child] : findAll(child, isMeant),
  );
}

/** Every element of a name below an element. */
export function findNamed(element: XmlElement | undefined, name: string): XmlElement[] {
  return findAll(element, (each) => each.name === name);
}

/** The classes of an element. */
export function classesOf(element: XmlElement | undefined): string[] {
  return element?.attributes.get('class')?.split(/\s+/).filter(Boolean) ?? [];
}

/** The elements below an element that have a class. */
export function findClass(element: XmlElement | undefined, name: string): XmlElement[] {
  return findAll(element, (each) => classesOf(each).includes(name));
}

/** What follows a beginning in one of an element's classes: `wire` of `source-wire`; null without one. */
export function classEnding(element: XmlElement | undefined, beginning: string): string | null {
  const found = classesOf(element).find((name) => name.startsWith(beginning));
  return found?.slice(beginning.length) || null;
}

/** Elements that begin a line of their own. */
const blocks = new Set([
  ...[
    'p',
    'div',
    'blockquote',
    'li',
    'ul',
    'ol',
    'dl',
    'dt',
    'dd',
    'table',
    'tr',
    'td',
    'th',
    'pre',
  ],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'br', 'hr', 'section', 'article', 'figure', 'prompt'],
  ...['contentBody', 'simpleChoice', 'rubricBlock', 'caption', 'address'],
]);

/**
 * The words of an element in one line, as a reader sees them: space evened, NFC. `instead` says another
 * text for some elements, or none by an empty one.
 */
export function wordsOf(
  element: XmlElement | undefined,
  instead: (element: XmlElement) => string | null = () => null,
): string {
  const raw = (each: XmlElement): string =>
    each.children
      .map((child) => {
        if (typeof child === 'string') return child;
        const words = instead(child) ?? raw(child);
        return blocks.has(child.name) ? ` ${words} ` : words;
      })
      .join('');
  return element ? evened(raw(element)) : '';
}

/** A text in one line: space evened, NFC. */
export function evened(text: string): string {
  return text.replace(/\s+/g, ' ').trim().normalize('NFC');
}

/** The paragraphs of an element: its blocks that hold no other, or all of it. */
export function paragraphsOf(element: XmlElement): string[] {
  const inner = elementsIn(element).filter(({ name }) => blocks.has(name));
  if (inner.length === 0) return [wordsOf(element)].filter(Boolean);
  const own = evened(element.children.filter((child) => typeof child === 'string').join(' '));
  return [...(own ? [own] : []), ...inner.flatMap(paragraphsOf)];
}
