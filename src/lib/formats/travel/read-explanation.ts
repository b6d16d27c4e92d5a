import { isSlug, type SourceId } from '../../passage/source.ts';
import type { HtmlBlock, HtmlPiece, HtmlText } from './html-blocks.ts';
import { travelClass } from './question-html.ts';
import type { TravelPassage, TravelSource } from './question.ts';

/** What a general feedback says, taken apart. */
export interface ReadExplanation {
  readonly why: readonly string[];
  readonly settle: string | null;
  readonly passages: readonly TravelPassage[];
  readonly searched: readonly TravelSource[];
}

/** What stands before the answers, taken apart. */
export interface ReadStem {
  /** One paragraph. */
  readonly stem: string;
  readonly compare: readonly TravelSource[];
}

const known = new Set<string>(Object.values(travelClass));

/**
 * Reads an explanation: what {@link travelClass} names becomes what it was, any other paragraph a
 * part of the explanation. Somebody else’s quotation is no passage: nothing tells it from an indented
 * text, or whose words it holds.
 */
export function readExplanation({ blocks }: HtmlText): ReadExplanation {
  const settled = blocks.find(hasClass(travelClass.settle));
  return {
    why: plainTexts(blocks),
    settle: settled?.pieces.at(-1)?.text ?? null,
    passages: passagesIn(blocks, travelClass.passage, travelClass.near),
    searched: blocks
      .filter(hasClass(travelClass.searched))
      .flatMap(({ pieces }) => pieces.map(readSource)),
  };
}

/** Reads what stands before the answers: the stem in one paragraph, and what is compared. */
export function readStem({ blocks }: HtmlText): ReadStem {
  const sources = passagesIn(blocks, travelClass.compared).map(({ source }) => source);
  const ids = sources.map(({ id }) => id);
  return {
    stem: plainTexts(blocks).join(' '),
    compare: sources.filter(({ id }, index) => id !== null && ids.indexOf(id) === index),
  };
}

/** A source’s line as it was written; its id by its class, where it has one. */
export function readSource({ classes, href, text }: HtmlPiece): TravelSource {
  const id = classes
    .map((name) => name.replace(/^source-/, ''))
    .find((name, index) => name !== classes[index]);
  return {
    id: id !== undefined && isSlug(id) ? (id as SourceId) : null,
    attribution: text,
    url: href,
  };
}

function plainTexts(blocks: readonly HtmlBlock[]): string[] {
  const plain = blocks.filter(({ classes }) => !classes.some((name) => known.has(name)));
  return plain.map(({ text }) => text);
}

function hasClass(...names: readonly string[]): (block: HtmlBlock) => boolean {
  return ({ classes }) => names.some((name) => classes.includes(name));
}

function passagesIn(blocks: readonly HtmlBlock[], ...kinds: readonly string[]): TravelPassage[] {
  return blocks.flatMap((block, index) => {
    if (!hasClass(...kinds)(block)) return [];
    const below = blocks[index + 1];
    const [named] = below && hasClass(travelClass.source)(below) ? below.pieces : [];
    const source = named ? readSource(named) : { id: null, attribution: '', url: null };
    const near = block.classes.includes(travelClass.near);
    return [{ source, exact: block.text, marks: block.marks, near }];
  });
}
