import { segmentsOf } from '../passage/segments.ts';
import type { Passage } from '../passage/passage.ts';
import type { Source, SourceId } from '../passage/source.ts';
import type { Say } from '../messages/say.ts';
import { rulesFor } from './rules.ts';
import { certaintyRemark } from '../quiz/certainty-remark.ts';
import type { Account } from '../quiz/account.ts';
import type { GivenAnswer } from '../quiz/given-answer.ts';
import type { Item } from '../quiz/item.ts';
import { gradeOf, type Outcome } from '../quiz/outcome.ts';
import { trapWords } from '../quiz/results.ts';
import type { Evidence, InContext, Quotation, Reveal } from '../quiz/reveal.ts';
import { revisedSentence, verdictSentence, type Proof } from '../quiz/verdict-sentence.ts';

/** Where the cards of sources are, and the places of passages in their articles. */
export interface Shelf {
  readonly sources: ReadonlyMap<SourceId, Source>;
  /** Where a passage can be read in its context; null where its place is not known. */
  readonly contextOf: (passage: Passage) => InContext | null;
}

/** An item's passages under their sources, in the author's order. */
export function evidenceOf(library: Shelf, item: Item): Evidence[] {
  const bySource = new Map<SourceId, Quotation[]>();
  for (const passage of item.passages) {
    const quotations = bySource.get(passage.source) ?? [];
    const inContext = library.contextOf(passage);
    quotations.push({ segments: segmentsOf(passage), near: passage.near, inContext });
    bySource.set(passage.source, quotations);
  }
  return [...bySource].flatMap(([id, quotations]) => {
    const source = library.sources.get(id);
    return source ? [{ source, quotations }] : [];
  });
}

/** What a comparison shows before the answer: its sources' passages, the decisive words unmarked. */
export function comparedEvidence(library: Shelf, item: Item): Evidence[] {
  if (item.compare.length === 0) return [];
  const compared = item.passages.filter(({ source }) => item.compare.includes(source));
  const evidence = evidenceOf(library, {
    ...item,
    passages: compared.map((passage) => ({ ...passage, marks: [], near: false })),
  });
  return evidence.map(({ source, quotations }) => ({
    source,
    quotations: quotations.map(({ segments, near }) => ({ segments, near, inContext: null })),
  }));
}

/** Which sources prove an item's answer, and how. */
export function proofOf(item: Item, evidence: readonly Evidence[]): Proof {
  const proving = evidence.filter(({ quotations }) => quotations.some(({ near }) => !near));
  return {
    sources: proving.map(({ source }) => source.shortName),
    manner: item.level === 'recall' ? 'stated' : 'shown',
  };
}

/** The cards of these sources, in order. */
export function sourcesOf(library: Shelf, ids: readonly SourceId[]): Source[] {
  return ids.flatMap((id) => library.sources.get(id) ?? []);
}

/**
 * Everything that is shown of an answered item. A response to an earlier version is left out: what it
 * chose may have another meaning now.
 */
export function revealItem(
  { library, say }: { readonly library: Shelf; readonly say: Say },
  item: Item,
  answer: Pick<GivenAnswer, 'itemVersion' | 'response' | 'certainty' | keyof Outcome>,
): Reveal {
  const account = accountOf(item, answer, say);
  const grade = gradeOf(answer);
  const isRevised = answer.itemVersion !== item.version;
  const speak = isRevised ? revisedSentence : verdictSentence;
  const evidence = evidenceOf(library, item);
  return {
    grade,
    sentence: speak(grade, account, proofOf(item, evidence), say),
    remark: isRevised ? null : certaintyRemark(grade, answer.certainty, evidence, say),
    points: answer.points,
    maxPoints: answer.maxPoints,
    evidence,
    misreadings: account.misreadings.map(({ given, reply, trap }) => ({
      given,
      reply,
      trap: trap && trapWords(trap),
    })),
    why: item.why,
    settle: item.settle,
    asOf: item.asOf,
    searched: sourcesOf(library, item.searched),
  };
}

/**
 * The item's account of a stored response; of the answer alone where the response does not fit, or
 * was given to an earlier version.
 */
export function accountOf(
  item: Item,
  answer: Pick<GivenAnswer, 'itemVersion' | 'response'>,
  say: Say,
): Account {
  const rules = rulesFor(item);
  const response = answer.itemVersion === item.version ? rules.restore(answer.response) : null;
  return response === null
    ? { answer: rules.answer(item, say), given: '', misreadings: [] }
    : rules.account(item, response, say);
}
