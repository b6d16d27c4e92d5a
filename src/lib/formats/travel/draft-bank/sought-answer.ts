import type { SoughtAnswer } from '../../../passage/likely-sentence.ts';
import type { TravelQuestion } from '../question.ts';

/** The words by which a sentence that proves a question’s answer may be found; null where none states it. */
export function soughtAnswer(question: TravelQuestion): SoughtAnswer | null {
  const { stem } = question;
  switch (question.type) {
    case 'verdict':
    case 'verdict-with-evidence': {
      const isUnstated = question.options.some(({ id, isKey }) => isKey && id === 'not-stated');
      return isUnstated ? null : { stem, answer: '' };
    }
    case 'single-choice':
    case 'multiple-response': {
      const keys = question.options.filter(({ isKey }) => isKey).map(({ text }) => text);
      const isTruth = keys.every((text) => /^(?:true|false)$/i.test(text));
      return { stem, answer: isTruth ? '' : keys.join(' ') };
    }
    case 'order':
      return { stem, answer: question.options.map(({ text }) => text).join(' ') };
    case 'match':
      return { stem, answer: question.pairs.flatMap(({ left, right }) => [left, right]).join(' ') };
    case 'numeric':
      return { stem, answer: String(question.value) };
    case 'text-entry':
      return { stem, answer: question.variants[0] ?? '' };
    case 'evidence-select':
      return null;
  }
}
