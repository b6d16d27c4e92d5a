import type { Explainer, Reference } from '../../bank/explainer.ts';
import type { Source } from '../../passage/source.ts';
import type { OwnerId } from '../../quiz/ids.ts';
import type { Bank, Item } from '../../quiz/item.ts';
import type { Evidence, Reveal } from '../../quiz/reveal.ts';
import { answeredItems, itemKey } from '../attempts/answered-items.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { askItem, reviewItem, type AskedItem, type ReviewedItem } from '../attempts/open-item.ts';
import { comparedEvidence, revealItem } from '../attempts/reveal-item.ts';
import { drawSeedOf } from '../attempts/sitting.ts';
import type { Library } from '../content/library.ts';
import { contextOf } from '../sources/context-of.ts';
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
  const answers = await answersTo(context, explainer, owner);
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
    const href = contextOf(library, passage)?.href ?? null;
    cited[reference.name] = { number, source, text: passage.exact, href };
  }
  return cited;
}

/** The owner's first answer to each item, with the seed of its draw. */
interface Answered {
  readonly seed: string;
  readonly answer: Parameters<typeof revealItem>[2];
}

type FindAnswer = (reference: Reference) => Answered | undefined;

async function answersTo(
  context: AttemptContext,
  { questions }: Explainer,
  owner: OwnerId | null,
): Promise<FindAnswer> {
  const found = new Map<string, Answered>();
  if (owner === null) return () => undefined;
  const answered = await answeredItems(context, owner);
  for (const { bank, item } of questions) {
    const first = answered.get(itemKey(bank, item));
    if (!first) continue;
    const attempt = await context.store.findAttempt(first.attemptId, owner);
    const answers = await context.store.listAnswers(first.attemptId, owner);
    const answer = answers.find(({ itemId }) => itemId === item);
    if (attempt && answer) found.set(itemKey(bank, item), { seed: attempt.seed, answer });
  }
  return ({ bank, item }) => found.get(itemKey(bank, item));
}

function inlineQuestion(
  context: AttemptContext,
  slug: string,
  reference: Reference,
  item: Item,
  findAnswer: FindAnswer,
): InlineQuestion {
  const answered = findAnswer(reference);
  const asked = {
    name: reference.name,
    stem: item.stem,
    compared: comparedEvidence(context.library, item),
  };
  if (!answered) {
    return {
      kind: 'open',
      ...asked,
      version: item.version,
      question: askItem(item, drawSeedOf({ seed: explainerSeed(slug) }, item), context.say),
    };
  }
  return {
    kind: 'revealed',
    ...asked,
    reviewed: reviewItem(item, drawSeedOf(answered, item), answered.answer.response, context.say),
    reveal: revealItem(context, item, answered.answer),
  };
}
