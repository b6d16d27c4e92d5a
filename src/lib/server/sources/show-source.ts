import type { Span } from '../../passage/passage.ts';
import { isSlug, type Source, type SourceId } from '../../passage/source.ts';
import { piecesOf, stretchesOf, type Piece, type Stretch } from '../../passage/stretch.ts';
import { textFragmentUrl } from '../../passage/text-fragment.ts';
import type { OwnerId } from '../../quiz/ids.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { answeredItems, itemKey, type AnsweredItem } from '../attempts/answered-items.ts';
import type { PlacedQuotation } from '../content/library.ts';

/** A question of this browser's that a passage answers. */
export interface AnsweredBy {
  readonly title: string;
  readonly stem: string;
  readonly href: string;
}

/** A part of a source's page: text, or a gap of about so many words that nobody quotes. */
export type SourceBlock =
  | { readonly kind: 'gap'; readonly words: number }
  | {
      readonly kind: 'text';
      readonly pieces: readonly Piece[];
      readonly answers: readonly AnsweredBy[];
      /** Where the publisher's own page has it; null where its address is not known. */
      readonly href: string | null;
    };

/** A source as a reader sees it. Marks and questions show only what this browser has answered. */
export interface SourcePage {
  readonly source: Source;
  /** True where the whole text is shown, not its passages alone. */
  readonly isWhole: boolean;
  readonly blocks: readonly SourceBlock[];
  readonly banks: readonly { readonly id: string; readonly title: string }[];
}

/** Letters and space that a word takes on average: gaps are told in words. */
const charactersPerWord = 6;

/** The page of a source; null where there is none of this name. */
export async function showSource(
  context: AttemptContext,
  sourceId: string,
  owner: OwnerId | null,
): Promise<SourcePage | null> {
  const { library } = context;
  const source = isSlug(sourceId) ? library.sources.get(sourceId as SourceId) : undefined;
  if (!source) return null;
  const quotations = library.quotations.get(source.id) ?? [];
  const answered = await answeredItems(context, owner);
  const text = library.openTexts.get(source.id);
  const stretches = text
    ? text.lines.map((line) => lineStretch(text.normal, line, quotations))
    : stretchesOf(quotations);
  const length = text ? 0 : (library.lengths.get(source.id) ?? 0);
  const banks = [...library.banks.values()].filter((bank) => bank.sources.includes(source.id));
  return {
    source,
    isWhole: text !== undefined,
    blocks: withGaps(stretches, length, (stretch) => textBlock(source, stretch, answered)),
    banks: banks.map(({ id, title }) => ({ id, title })),
  };
}

function lineStretch(
  normal: string,
  line: Span,
  quotations: readonly PlacedQuotation[],
): Stretch<PlacedQuotation> {
  const passages = quotations.filter(
    ({ start, exact }) => start < line.end && start + exact.length > line.start,
  );
  return { ...line, text: normal.slice(line.start, line.end), passages };
}

/** `length` 0 says that nothing is left out. */
function withGaps(
  stretches: readonly Stretch<PlacedQuotation>[],
  length: number,
  show: (stretch: Stretch<PlacedQuotation>) => SourceBlock,
): SourceBlock[] {
  let reached = 0;
  const blocks: SourceBlock[] = [];
  const leave = (until: number) => {
    const words = Math.round((until - reached) / charactersPerWord);
    if (length > 0 && words > 0) blocks.push({ kind: 'gap', words });
  };
  for (const stretch of stretches) {
    leave(stretch.start);
    blocks.push(show(stretch));
    reached = stretch.end;
  }
  leave(length);
  return blocks;
}

function textBlock(
  source: Source,
  stretch: Stretch<PlacedQuotation>,
  answered: ReadonlyMap<string, AnsweredItem>,
): SourceBlock {
  const known = stretch.passages.filter(({ bank, item }) => answered.has(itemKey(bank, item)));
  const marks = known.flatMap(({ start, marks: own }) =>
    own.map((mark) => ({ start: start + mark.start, end: start + mark.end })),
  );
  const items = new Set(known.map(({ bank, item }) => itemKey(bank, item)));
  const [first] = stretch.passages;
  return {
    kind: 'text',
    pieces: piecesOf(stretch.text, stretch, { marks, passages: stretch.passages }),
    answers: [...items].flatMap((key) => {
      const item = answered.get(key);
      return item ? [{ title: item.title, stem: item.stem, href: item.href }] : [];
    }),
    href: source.url && first ? textFragmentUrl(source.url, first.exact) : null,
  };
}
