import type { TravelQuestion } from '../../../src/lib/formats/travel/question.ts';

/**
 * What of a question comes back from Moodle’s formats: traps, and replies to entries and pairs, do
 * not; a verdict with evidence comes back as the verdict, its proof quoted; of sentences to pick only
 * those that prove something keep their marks.
 */
export function carriedByMoodle(question: TravelQuestion): TravelQuestion {
  const bare = withoutTraps(question);
  switch (bare.type) {
    case 'order':
      return { ...bare, options: bare.options.map((option) => ({ ...option, reply: null })) };
    case 'match':
      return { ...bare, pairs: bare.pairs.map((pair) => ({ ...pair, reply: null })) };
    case 'evidence-select': {
      const keyed = bare.groups.flat();
      const sentences = bare.sentences.map((sentence) =>
        keyed.includes(sentence.id)
          ? sentence
          : { ...sentence, passage: { ...sentence.passage, marks: [] } },
      );
      const isPicked = (exact: string) => sentences.some(({ passage }) => passage.exact === exact);
      return {
        ...bare,
        sentences,
        passages: bare.passages.filter(({ exact }) => !isPicked(exact)),
      };
    }
    case 'verdict-with-evidence':
      return verdictOf(bare);
    default:
      return bare;
  }
}

function verdictOf(question: TravelQuestion<'verdict-with-evidence'>): TravelQuestion {
  const proofs = question.sentences.filter(({ id }) => question.groups.flat().includes(id));
  const passages = [...question.passages, ...proofs.map(({ passage }) => passage)];
  const { asOf, compare, id, language, level, options } = question;
  const { searched, settle, stem, tags, version, why } = question;
  return {
    ...{ id, version, language, stem, level, passages, compare, searched, why, settle, asOf, tags },
    type: 'verdict',
    options,
  };
}

function withoutTraps(question: TravelQuestion): TravelQuestion {
  const text = JSON.stringify(question, (key, value: unknown) => (key === 'trap' ? null : value));
  return JSON.parse(text) as TravelQuestion;
}
