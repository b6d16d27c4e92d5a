import {
  elementSnippet,
  embedAddress,
  iframeSnippet,
  type EmbeddedQuiz,
} from '$lib/embed/snippets';
import type { Say } from '$lib/messages/say';
import { isFileKind } from '$lib/quiz/course-kind';
import { optionsQuery, writeDeliveryOptions } from '$lib/quiz/delivery-options';
import type { BuildChoices } from '$lib/server/courses/read-build';

/** What a course builder takes away, and how it looks. */
export interface TakenAway {
  /** To be copied or mailed: a code, an address, or the lines of a tool's settings. */
  readonly text: string;
  /** The address of a file on this server; null for what is copied. */
  readonly download: string | null;
  /** A mail that carries the text. */
  readonly mail: string;
  /** HTML that shows the quiz in a frame; the very text where that is such code. */
  readonly preview: string;
}

/** Makes of a quiz and its choices what goes into the course. */
export function takeAway(
  quiz: Omit<EmbeddedQuiz, 'options'>,
  { kind, options }: BuildChoices,
  say: Say,
): TakenAway {
  const chosen = { ...quiz, options };
  const download = isFileKind(kind) ? downloadPath(chosen, kind) : null;
  const text = download === null ? textOf(chosen, kind) : `${quiz.origin}${download}`;
  const subject = say('build.mailSubject', { title: quiz.bank.title });
  return {
    text,
    download,
    mail: `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`,
    preview: kind === 'element' ? elementSnippet(chosen) : iframeSnippet(chosen),
  };
}

function downloadPath({ bank, options }: EmbeddedQuiz, kind: string): string {
  const query = optionsQuery(options);
  return `/packages/${bank.id}/${kind}${query && `?${query}`}`;
}

function textOf(quiz: EmbeddedQuiz, kind: BuildChoices['kind']): string {
  if (kind === 'iframe') return iframeSnippet(quiz);
  if (kind === 'element') return elementSnippet(quiz);
  const pairs = writeDeliveryOptions(quiz.options);
  if (kind === 'lti') {
    return [['bank', quiz.bank.id], ...pairs].map((pair) => pair.join('=')).join('\n');
  }
  // Where nothing is chosen, the quiz has a page with its sources and the learner's record.
  return pairs.length === 0 ? `${quiz.origin}/banks/${quiz.bank.id}` : embedAddress(quiz);
}
