import { describe, expect, it } from 'vitest';
import { quizStructuredData } from './structured-data.ts';

const quiz = {
  title: 'The storm </script><b>',
  summary: 'Two reports.',
  language: 'en',
  stems: ['How long?'],
  sources: [
    { title: 'After the storm', publisher: null, url: null },
    { title: 'Storm', publisher: 'Example Wire', url: 'https://wire.example/storm' },
  ],
};

describe('the structured data of a quiz', () => {
  it('names the quiz, its questions and its sources', () => {
    expect(JSON.parse(quizStructuredData(quiz))).toMatchObject({
      '@type': 'Quiz',
      name: quiz.title,
      hasPart: [{ '@type': 'Question', name: 'How long?' }],
      isBasedOn: [
        { headline: 'After the storm' },
        {
          headline: 'Storm',
          publisher: { name: 'Example Wire' },
          url: 'https://wire.example/storm',
        },
      ],
    });
  });

  it('can’t end the element that it stands in', () => {
    expect(quizStructuredData(quiz)).not.toContain('<');
  });
});
