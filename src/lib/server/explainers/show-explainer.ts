import type { Explainer, Reference } from '../../bank/explainer.ts';
import type { Source } from '../../passage/source.ts';
import type { Revised } from '../../quiz/correction.ts';
import type { OwnerId } from '../../quiz/ids.ts';
import type { Bank, Item } from '../../quiz/item.ts';
import type { Evidence, Reveal } from '../../quiz/reveal.ts';
import { itemKey } from '../attempts/answered-items.ts';
import type { AttemptContext } from '../attempts/context.ts';
import type { AskedItem, ReviewedItem } from '../../quiz/item-page.ts';
import { askItem, reviewItem } from '../../item-types/asked-item.ts';
import { comparedEvidence, revealItem } from '../../item-types/reveal-item.ts';
import { revisionSince } from '../../quiz/revision.ts';
import { drawSeedOf } from '../../quiz/draw.ts';
import type { Library } from '../content/library.ts';
import { readHistory } from '../record/reading-history.ts';
import type { OwnedAnswer } from '../storage/store.ts';
import { explainerSeed } from './inline-attempt.ts';

/** A passage that an explainer cites. */
export interface Citation {
  /** From 1, in the order in which passages are first cited. */
  readonly number: number;
  readonly source: Source;
  readonly text: string;
  /** An address of our own that lands on it; null where its place is not known. */
  readonly href: string | null;
}

/** A question inside an explainer: as it is asked, or with its reveal. */
export type InlineQuestion = {
  readonly name: string;
  readonly stem: string;
  /** Of the question (BCP 47). */
  readonly language: string;
  /** What is laid side by side before the options, the deciding words unmarked. */
  readonly compared: readonly Evidence[];
} & (
  | {
      readonly kind: 'open';
      readonly version: number;
      readonly question: AskedItem;
    }
  | {
      readonly kind: 'revealed';
      /** Null where the item is still as it was answered. */
      readonly revision: Revised | null;
      readonly reviewed: ReviewedItem | null;
      readonly reveal: Reveal;
    }
);

/** An explainer with everything that its prose cites and asks, by the names it uses. */
export interface ExplainerPage {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly language: string;
  readonly citations: Readonly<Record<string, Citation>>;
  readonly questions: Readonly<Record<string, InlineQuestion>>;
  readonly sourceNames: Readonly<Record<string, string>>;
}

/** The page of an explainer; null where none of this name is served. */
export async function showExplainer(
  context: AttemptContext,
  slug: string,
  owner: OwnerId | null,
): Promise<ExplainerPage | null> {
  const { library } = context;
  const explainer = library.explainers.get(slug);
  if (!explainer) return null;
  const questions: Record<string, InlineQuestion> = {};
  const answers = await answersOf(context, owner);
  for (const reference of explainer.questions) {
    const found = findItem(library, reference);
    if (!found) continue;
    questions[reference.name] = inlineQuestion(context, slug, reference, found.item, answers);
  }
  return {
    slug,
    title: explainer.title,
    summary: explainer.summary,
    language: explainer.language,
    citations: citationsOf(library, explainer),
    questions,
    sourceNames: Object.fromEntries(
      [...library.sources.values()].map(({ id, shortName }) => [id, shortName]),
    ),
  };
}

function findItem(library: Library, { bank: id, item }: Reference) {
  const bank: Bank | undefined = library.banks.get(id);
  const found = bank?.items.find((each) => each.id === item);
  return bank && found ? { bank, item: found } : null;
}

function citationsOf(library: Library, { citations }: Explainer): Record<string, Citation> {
  const numbers = new Map<string, number>();
  const cited: Record<string, Citation> = {};
  for (const reference of citations) {
    const passage = findItem(library, reference)?.item.passages[reference.passage - 1];
    const source = passage && library.sources.get(passage.source);
    if (!passage || !source) continue;
    const key = `${passage.source} ${passage.exact}`;
    const number = numbers.get(key) ?? numbers.size + 1;
    numbers.set(key, number);
    const href = library.contextOf(passage)?.href ?? null;
    cited[reference.name] = { number, source, text: passage.exact, href };
  }
  return cited;
}

/** The owner's first answer to an item; undefined where there is none. */
type FindAnswer = (reference: Reference) => OwnedAnswer | undefined;

async function answersOf(context: AttemptContext, owner: OwnerId | null): Promise<FindAnswer> {
  const histories = await readHistory(context, owner);
  const firsts = new Map(histories.map(({ key, first }) => [key, first]));
  return ({ bank, item }) => firsts.get(itemKey(bank, item));
}

function inlineQuestion(
  context: AttemptContext,
  slug: string,
  reference: Reference,
  item: Item,
  findAnswer: FindAnswer,
): InlineQuestion {
  const answer = findAnswer(reference);
  const asked = {
    name: reference.name,
    stem: item.stem,
    language: item.language,
    compared: comparedEvidence(context.library, item),
  };
  if (!answer) {
    return {
      kind: 'open',
      ...asked,
      version: item.version,
      question: askItem(item, drawSeedOf({ seed: explainerSeed(slug) }, item), context.say),
    };
  }
  const revision = revisionSince(item, answer);
  const seed = drawSeedOf(answer, item);
  return {
    kind: 'revealed',
    ...asked,
    revision,
    reviewed: revision ? null : reviewItem(item, seed, answer.response, context.say),
    reveal: revealItem(context, item, answer),
  };
}
