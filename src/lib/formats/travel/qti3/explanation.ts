import type { Say } from '../../../messages/say.ts';
import type { TravelQuestion, TravelSentence, TravelSource } from '../question.ts';
import { paragraph, quotation, said, sourceLink } from './content.ts';
import { inline, text, type Xml } from './xml-element.ts';

/** What is said after every answer: why, the evidence, what was searched, what would settle it. */
export function explanation(question: TravelQuestion, say: Say): Xml[] {
  const { passages, why } = question;
  return [
    ...why.map((words) => paragraph(words, 'why')),
    ...passages.map((passage) => quotation(passage, null)),
    ...sentencesOf(question).map(({ id, passage }) => quotation(passage, `sentence-${id}`)),
    ...searchedIn(question, say),
    ...whatSettles(question, say),
    ...holdsAsOf(question, say),
  ];
}

function sentencesOf(question: TravelQuestion): readonly TravelSentence[] {
  return 'sentences' in question ? question.sentences : [];
}

function searchedIn({ searched }: TravelQuestion, say: Say): Xml[] {
  if (searched.length === 0) return [];
  return [
    inline(
      'p',
      { class: 'searched' },
      ...said(say, 'review.searched', 'sources', listed(searched)),
    ),
  ];
}

function listed(sources: readonly TravelSource[]): Xml[] {
  return sources.flatMap((source, index) =>
    index === 0 ? [sourceLink(source)] : [text(', '), sourceLink(source)],
  );
}

function whatSettles({ settle }: TravelQuestion, say: Say): Xml[] {
  if (settle === null) return [];
  return [paragraph(say('review.settle')), paragraph(settle, 'settle')];
}

function holdsAsOf({ asOf }: TravelQuestion, say: Say): Xml[] {
  if (asOf === null) return [];
  const when = inline('span', { class: 'as-of' }, text(asOf));
  return [inline('p', {}, ...said(say, 'review.asOf', 'when', [when]))];
}
