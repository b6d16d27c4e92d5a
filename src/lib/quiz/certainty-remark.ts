import type { Say } from '../messages/say.ts';
import { isConfident, type Certainty } from './certainty.ts';
import { inQuotes } from './in-quotes.ts';
import { joinWords } from './join-words.ts';
import type { Grade } from './outcome.ts';
import type { Evidence } from './reveal.ts';

/** The decisive words of the first source that proves an item; null where none are marked. */
function decisiveWords(
  evidence: readonly Evidence[],
  say: Say,
): { words: string; source: string } | null {
  for (const { source, quotations } of evidence) {
    const segments = quotations.filter(({ near }) => !near).flatMap((each) => each.segments);
    const marked = segments.filter(({ marked: isMarked }) => isMarked).map(({ text }) => text);
    if (marked.length === 0) continue;
    return { words: joinWords(quoted(marked), say), source: source.shortName };
  }
  return null;
}

function quoted(words: readonly string[]): string[] {
  return words.map((each) => inQuotes(each.replace(/[.,;]$/, '')));
}

/**
 * What a reveal says to how sure the learner was: a confident miss is told what the words really
 * were, and a lucky guess is asked to read the sentence. Null where there is nothing to say.
 */
export function certaintyRemark(
  grade: Grade,
  certainty: Certainty | null,
  evidence: readonly Evidence[],
  say: Say,
): string | null {
  if (certainty === 'guessing') return grade === 'right' ? say('remark.lucky') : null;
  if (certainty === null || !isConfident(certainty) || grade === 'right') return null;
  const sure = certainty / 100;
  if (grade === 'partly') return say('remark.confidentPart', { sure });
  const found = decisiveWords(evidence, say);
  return found
    ? say('remark.confidentMiss', { sure, ...found })
    : say('remark.confidentMissUnmarked', { sure });
}
