import type { Say } from '../../messages/say.ts';
import type { ItemStatistics } from '../../quiz/statistics/item-statistics.ts';
import type { OptionStatistics } from '../../quiz/statistics/option-statistics.ts';
import type { AnswerGroup } from './answer-groups.ts';

/** What is counted of a question. */
interface Counts {
  readonly statistics: ItemStatistics;
  readonly options: readonly (OptionStatistics & { readonly letter: string })[];
  readonly answers: readonly AnswerGroup[];
}

/**
 * Why a question is worth a discussion, in sentences: those who were sure and wrong, or else those who
 * were wrong, and what most of them answered; then its flags.
 */
export function reasonsOf(counts: Counts, say: Say): string[] {
  const { statistics } = counts;
  if (statistics.n === 0) return [say('analysis.reason.nobody')];
  return [
    missSentence(counts, say),
    ...statistics.flags.map((flag) => say(`analysis.flag.${flag}`)),
  ];
}

function missSentence({ statistics, options, answers }: Counts, say: Say): string {
  const wrong = answers.filter(({ isRight }) => !isRight);
  const { n, nConfidentWrong } = statistics;
  const missed = wrong.reduce((sum, group) => sum + group.n, 0);
  if (missed === 0) return say('analysis.reason.allRight', { n });
  const isSure = nConfidentWrong > 0;
  const sizeOf = (group: AnswerGroup) => (isSure ? group.nSure : group.n);
  const top = wrong.reduce((most, group) => (sizeOf(group) > sizeOf(most) ? group : most));
  return say(isSure ? 'analysis.reason.sureWrong' : 'analysis.reason.wrong', {
    wrong: isSure ? nConfidentWrong : missed,
    n,
    same: sizeOf(top),
    how: options.length > 0 ? 'chose' : 'wrote',
    answer: answerWords(top, options),
  });
}

/** The letter of an option before its words; several are told by their words alone. */
function answerWords({ words, written }: AnswerGroup, options: Counts['options']): string {
  const option = options.find(({ optionId }) => optionId === written);
  return option ? `${option.letter}, ${words}` : words;
}
