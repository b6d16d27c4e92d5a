import type { Say } from '../messages/say.ts';
import { isConfident, type Certainty } from './certainty.ts';
import { inQuotes } from './in-quotes.ts';
import { joinWords } from './join-words.ts';
import type { Grade } from './outcome.ts';
import type { Evidence } from './reveal.ts';

/** Characters of the decisive words from which on they are looked at in the passages themselves. */
const longestWords = 160;

/** The decisive words of each source that proves an item; null where none are marked, or too many. */
function decisiveWords(evidence: readonly Evidence[], say: Say): string | null {
  const bySource = evidence.flatMap(({ source, quotations }) => {
    const segments = quotations.filter(({ near }) => !near).flatMap((each) => each.segments);
    const marked = segments.filter(({ marked: isMarked }) => isMarked).map(({ text }) => text);
    const words = joinWords(quoted(marked), say);
    return words ? [say('remark.words', { words, source: source.shortName })] : [];
  });
  const words = joinWords(bySource, say);
  return words && words.length <= longestWords ? words : null;
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
  const isProved = evidence.some(({ quotations }) => quotations.some(({ near }) => !near));
  if (!isProved) return say('remark.confidentMissNotStated', { sure });
  const words = decisiveWords(evidence, say);
  return words
    ? say('remark.confidentMiss', { sure, words })
    : say('remark.confidentMissUnmarked', { sure });
}
