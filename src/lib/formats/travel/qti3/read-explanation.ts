import { isSlug, type SourceId } from '../../../passage/source.ts';
import type { Span } from '../../../passage/passage.ts';
import { childrenOf, textIn, type XmlElement } from '../../xml-tree.ts';
import type { TravelPassage, TravelSource } from '../question.ts';
import {
  classEnding,
  classesOf,
  evened,
  findAll,
  findClass,
  findNamed,
  paragraphsOf,
  wordsOf,
} from './qti-tree.ts';

/** What a file says after every answer. */
export interface Explanation {
  readonly why: readonly string[];
  readonly passages: readonly TravelPassage[];
  /** The passages that are sentences to pick, by their ids. */
  readonly sentences: ReadonlyMap<string, TravelPassage>;
  readonly searched: readonly TravelSource[];
  readonly settle: string | null;
  readonly asOf: string | null;
}

/**
 * Reads an explanation. Ours has its parts marked; of one by other hands quotations are taken for the
 * evidence and all other paragraphs for the reason.
 */
export function readExplanation(content: readonly XmlElement[], isOurs: boolean): Explanation {
  const quotations = content.flatMap((each) => findNamed(each, 'blockquote'));
  const sentences = quotations.flatMap((quotation) => {
    const id = classEnding(quotation, 'sentence-');
    return id === null ? [] : [[id, readPassage(quotation)] as const];
  });
  const marked = (name: string) => content.flatMap((each) => findClass(each, name));
  const [settle] = marked('settle');
  const [asOf] = marked('as-of');
  return {
    why: isOurs ? marked('why').map((each) => wordsOf(each)) : content.flatMap(plainIn),
    passages: quotations
      .filter((quotation) => classEnding(quotation, 'sentence-') === null)
      .map(readPassage),
    sentences: new Map(sentences),
    searched: marked('searched')
      .flatMap((each) => findNamed(each, 'cite'))
      .map(readSource),
    settle: settle ? wordsOf(settle) : null,
    asOf: asOf ? wordsOf(asOf) : null,
  };
}

/** The paragraphs that quote nothing. */
function plainIn(content: XmlElement): string[] {
  const children = content.children.filter(
    (child) => typeof child === 'string' || child.name !== 'blockquote',
  );
  return paragraphsOf({ ...content, children });
}

/** A quotation with the source that it names, as far as it names one. */
export function readPassage(quotation: XmlElement): TravelPassage {
  const [exact] = findClass(quotation, 'exact');
  const [cite] = findNamed(quotation, 'cite');
  const words = exact
    ? markedWords(exact)
    : { text: wordsOf(quotation, (each) => (each.name === 'cite' ? '' : null)), marks: [] };
  const url = quotation.attributes.get('cite') || null;
  const source = cite ? readSource(cite) : { id: null, attribution: url ?? '', url };
  return {
    source: { ...source, url: url ?? source.url },
    exact: words.text,
    marks: words.marks,
    near: classesOf(quotation).includes('near'),
  };
}

/** A text and where it is strong; nothing is marked where space had to be evened. */
function markedWords(element: XmlElement): { text: string; marks: Span[] } {
  const marks: Span[] = [];
  let raw = '';
  for (const child of element.children) {
    const words = (typeof child === 'string' ? child : textIn(child)).normalize('NFC');
    if (typeof child !== 'string' && child.name === 'strong' && words !== '') {
      marks.push({ start: raw.length, end: raw.length + words.length });
    }
    raw += words;
  }
  const text = evened(raw);
  return { text, marks: text === raw ? marks : [] };
}

/** A source as a line names it. */
export function readSource(cite: XmlElement): TravelSource {
  const id = classEnding(cite, 'source-');
  const [link] = findAll(cite, ({ attributes }) => attributes.has('href'));
  return {
    id: id !== null && isSlug(id) ? (id as SourceId) : null,
    attribution: wordsOf(cite),
    url: link?.attributes.get('href') ?? null,
  };
}

/** The sources that are shown side by side before the answer, their addresses from where they are known. */
export function readCompared(
  body: XmlElement,
  known: readonly TravelSource[],
): readonly TravelSource[] {
  return findClass(body, 'compared').flatMap((each) => {
    const [line] = childrenOf(each, 'p').flatMap((paragraph) => childrenOf(paragraph, 'cite'));
    if (!line) return [];
    const source = readSource(line);
    const same = known.find(({ id, url }) => id === source.id && url !== null);
    return [{ ...source, url: same?.url ?? source.url }];
  });
}
