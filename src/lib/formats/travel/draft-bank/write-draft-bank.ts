import { isSlug } from '../../../passage/source.ts';
import type { TravelQuestion, TravelSource } from '../question.ts';
import { slugOf } from '../slug.ts';
import type { TravelNote } from '../travel-format.ts';
import { oneLine } from './bank-text.ts';
import type { Guess } from './report-unproved.ts';
import { sourceIdOf } from './write-passage.ts';
import { writeQuestion } from './write-question.ts';

/** What the top of a bank says; a summary without words is replaced by the title. */
export interface DraftBankHead {
  readonly title: string;
  readonly summary: string;
  /** BCP 47 */
  readonly language: string;
}

/** A bank’s file, and what became of the questions in it. */
export interface DraftBank {
  /** The Markdown of docs/writing-a-bank.md. */
  readonly text: string;
  /** Items that lack something, and are marked so. */
  readonly drafts: number;
  /** What each draft lacks, and what the format can’t say; `about` is the item’s id. */
  readonly notes: readonly TravelNote[];
}

/**
 * Questions as a bank’s file that reads them back word for word. One without a passage, an
 * explanation or another needed part is a draft, whatever `guess` says: that stands in the notes alone.
 * The same questions give the same ids and bytes.
 */
export function writeDraftBank(
  questions: readonly TravelQuestion[],
  head: DraftBankHead,
  guess: Guess = () => null,
): DraftBank {
  const ids = idsOf(questions);
  const written = questions.map((question, index) => {
    const id = ids[index] ?? '';
    return { id, ...writeQuestion(question, { guess, id, language: head.language }) };
  });
  const text = [writeHead(head, questions), ...written.map((each) => each.text)].join('\n\n');
  return {
    text: `${text}\n`,
    drafts: written.filter(({ isDraft }) => isDraft).length,
    notes: written.flatMap(({ id, messages }) =>
      messages.map((message) => ({ line: null, about: id, message })),
    ),
  };
}

function writeHead(head: DraftBankHead, questions: readonly TravelQuestion[]): string {
  const title = oneLine(head.title) || 'Imported questions';
  const sources = new Set(
    questions.flatMap(sourcesOf).flatMap((source) => sourceIdOf(source) ?? []),
  );
  return [
    '---',
    `title: ${JSON.stringify(title)}`,
    `summary: ${JSON.stringify(oneLine(head.summary) || title)}`,
    `language: ${JSON.stringify(head.language)}`,
    `sources: [${[...sources].join(', ')}]`,
    '---',
  ].join('\n');
}

function sourcesOf(question: TravelQuestion): TravelSource[] {
  const { compare, passages, searched } = question;
  const sentences = 'sentences' in question ? question.sentences : [];
  return [
    ...passages.map(({ source }) => source),
    ...sentences.map(({ passage }) => passage.source),
    ...compare,
    ...searched,
  ];
}

/** An id for each question, its own where it has one that is free. */
function idsOf(questions: readonly TravelQuestion[]): string[] {
  const given = new Set<string>();
  return questions.map(({ id, stem }) => {
    const wanted = isSlug(id) ? id : (slugOf(id) ?? slugOf(stem) ?? 'question');
    let free = wanted;
    for (let number = 2; given.has(free); number += 1) free = `${wanted.slice(0, 56)}-${number}`;
    given.add(free);
    return free;
  });
}
