import type { Source } from '../passage/source.ts';
import type { Bank } from './item.ts';

/** What search engines are told of a quiz. */
export interface QuizFacts extends Pick<Bank, 'title' | 'summary' | 'language'> {
  /** The questions as they are asked; nothing of their answers. */
  readonly stems: readonly string[];
  readonly sources: readonly Pick<Source, 'title' | 'publisher' | 'url'>[];
}

/**
 * A quiz as schema.org Quiz in JSON-LD, safe inside a script element. It names questions and sources
 * and holds no option, key or passage.
 */
export function quizStructuredData(quiz: QuizFacts): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Quiz',
    name: quiz.title,
    description: quiz.summary,
    inLanguage: quiz.language,
    learningResourceType: 'Fact-check quiz',
    isAccessibleForFree: true,
    hasPart: quiz.stems.map((text) => ({ '@type': 'Question', name: text })),
    isBasedOn: quiz.sources.map(({ title, publisher, url }) => ({
      '@type': 'Article',
      headline: title,
      ...(publisher && { publisher: { '@type': 'Organization', name: publisher } }),
      ...(url && { url }),
    })),
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
