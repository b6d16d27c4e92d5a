import { asSentence } from '../../quiz/as-sentence.ts';
import type { TravelQuestion } from './question.ts';

/**
 * A question whose explanations and replies are sentences by themselves, as they are shown here: authors
 * write them after a colon, and other systems show them as they stand.
 */
export function inSentences(question: TravelQuestion): TravelQuestion {
  const sentence = (text: string) => asSentence(text, question.language);
  const said = <Each extends { readonly reply: string | null }>(each: Each): Each =>
    each.reply === null ? each : { ...each, reply: sentence(each.reply) };
  return {
    ...question,
    ...('options' in question && { options: question.options.map(said) }),
    ...('sentences' in question && { sentences: question.sentences.map(said) }),
    ...('pairs' in question && { pairs: question.pairs.map(said) }),
    ...('expectedWrong' in question && {
      expectedWrong: [...question.expectedWrong].map((each) => said(each as { reply: string })),
    }),
    why: question.why.map(sentence),
    settle: question.settle === null ? null : sentence(question.settle),
  } as TravelQuestion;
}
