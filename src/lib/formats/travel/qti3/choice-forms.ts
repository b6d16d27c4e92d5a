import type { TravelOption, TravelPicking, TravelSentence } from '../question.ts';
import { paragraph, sourceLine } from './content.ts';
import { declareFeedback, declareResponse } from './declarations.ts';
import {
  condition,
  isChosen,
  isRight,
  mapped,
  operation,
  setOutcome,
  setScore,
  variable,
} from './processing.ts';
import { repliesOf, type FormOf } from './qti-form.ts';
import { block, inline, text, type Attributes, type Xml } from './xml-element.ts';

const response = 'RESPONSE';
const picked = 'EVIDENCE';
const feedback = 'FEEDBACK';
const pickedFeedback = 'EVIDENCE_FEEDBACK';
/** A rule that all that was chosen is spoken to. */
const replyToChosen = setOutcome(feedback, variable(response));
const pointWhereRight = condition([{ when: isRight(response), then: [setScore(1)] }]);

/** One of several: the point for the key. */
export const singleChoice: FormOf<'single-choice'> = ({ options, stem }) => ({
  ...oneOf(options, stem, true),
  maxPoints: 1,
  rules: [pointWhereRight, replyToChosen],
});

/** A claim's four verdicts, always in the same order. */
export const verdict: FormOf<'verdict'> = ({ options, stem }) => ({
  ...oneOf(options, stem, false),
  maxPoints: 1,
  rules: [pointWhereRight, replyToChosen],
});

function oneOf(options: readonly TravelOption[], stem: string, shuffle: boolean) {
  return {
    responses: [
      declareResponse({
        identifier: response,
        cardinality: 'single',
        baseType: 'identifier',
        correct: keysOf(options),
      }),
    ],
    outcomes: [declareFeedback(feedback, 'single')],
    body: [
      choices(
        { 'response-identifier': response, shuffle, 'max-choices': 1, 'min-choices': 1 },
        inline('qti-prompt', { class: 'stem' }, text(stem)),
        options.map(({ id, text: words }) => choice(id, text(words))),
      ),
    ],
    feedbacks: repliesOf(options, feedback),
  };
}

/** Several keys: the point for exactly those, or shares of it by the mapping. */
export const multipleResponse: FormOf<'multiple-response'> = (question, say) => {
  const { options, score, stem } = question;
  const keys = keysOf(options);
  const share = (isKey: boolean) => (isKey ? 1 / keys.length : -1 / (options.length - keys.length));
  return {
    maxPoints: 1,
    responses: [
      declareResponse({
        identifier: response,
        cardinality: 'multiple',
        baseType: 'identifier',
        correct: keys,
        ...(score === 'each' && {
          points: options.map(({ id, isKey }) => [id, share(isKey)] as const),
        }),
      }),
    ],
    outcomes: [declareFeedback(feedback, 'multiple')],
    body: [
      paragraph(stem, 'stem'),
      choices(
        { 'response-identifier': response, shuffle: true, 'max-choices': 0, 'min-choices': 1 },
        inline('qti-prompt', {}, text(say('item.chooseAll', { score }))),
        options.map(({ id, text: words }) => choice(id, text(words))),
      ),
    ],
    rules: [score === 'each' ? pointOrShares : pointWhereRight, replyToChosen],
    feedbacks: repliesOf(options, feedback),
  };
};

/** Thirds do not always add up to one: the whole key earns the whole point. */
const pointOrShares = condition(
  [{ when: isRight(response), then: [setScore(1)] }],
  [setOutcome('SCORE', mapped(response))],
);

/** Sentences to pick: the point for a whole proof among them. */
export const evidenceSelect: FormOf<'evidence-select'> = (question, say) => {
  const { pick, sentences, stem } = question;
  return {
    maxPoints: 1,
    responses: [declarePicks(response, question)],
    outcomes: [declareFeedback(feedback, 'multiple')],
    body: [
      paragraph(stem, 'stem'),
      sentenceChoices(response, question, 1, say('item.pick', { pick })),
    ],
    rules: [
      condition([{ when: proves(question, response), then: [setScore(1)] }], [replyToChosen]),
    ],
    feedbacks: repliesOf(sentences, feedback),
  };
};

/** A verdict and what shows it: a point for the verdict, a second one with a whole proof. */
export const verdictWithEvidence: FormOf<'verdict-with-evidence'> = (question, say) => {
  const { options, pick, sentences, stem } = question;
  const verdicts = oneOf(options, stem, false);
  const isProved = proves(question, picked);
  return {
    maxPoints: 2,
    responses: [...verdicts.responses, declarePicks(picked, question)],
    outcomes: [...verdicts.outcomes, declareFeedback(pickedFeedback, 'multiple')],
    body: [...verdicts.body, sentenceChoices(picked, question, 0, say('item.shows', { pick }))],
    rules: [
      condition([
        { when: operation('and', isRight(response), isProved), then: [setScore(2)] },
        { when: isRight(response), then: [setScore(1)] },
      ]),
      replyToChosen,
      condition([
        { when: operation('not', isProved), then: [setOutcome(pickedFeedback, variable(picked))] },
      ]),
    ],
    feedbacks: [...verdicts.feedbacks, ...repliesOf(sentences, pickedFeedback)],
  };
};

function declarePicks(identifier: string, { groups }: TravelPicking): Xml {
  return declareResponse({
    identifier,
    cardinality: 'multiple',
    baseType: 'identifier',
    correct: groups[0] ?? [],
  });
}

/** True where one of the sets of sentences is wholly among the picks. */
function proves({ groups }: TravelPicking, identifier: string): Xml {
  const whole = (group: readonly string[]) =>
    operation('and', ...group.map((id) => isChosen('identifier', id, identifier)));
  return operation('or', ...groups.map(whole));
}

function sentenceChoices(
  identifier: string,
  { pick, sentences }: TravelPicking,
  least: number,
  prompt: string,
): Xml {
  return choices(
    { 'response-identifier': identifier, shuffle: true, 'max-choices': pick, 'min-choices': least },
    inline('qti-prompt', {}, text(prompt)),
    sentences.map(sentenceChoice),
  );
}

function sentenceChoice({ id, passage: { exact, source } }: TravelSentence): Xml {
  return choice(id, inline('q', {}, text(exact)), text(' '), sourceLine(source));
}

function choices(attributes: Attributes, prompt: Xml, offered: readonly Xml[]): Xml {
  return block('qti-choice-interaction', attributes, prompt, ...offered);
}

function choice(identifier: string, ...content: readonly Xml[]): Xml {
  return inline('qti-simple-choice', { identifier }, ...content);
}

function keysOf(options: readonly TravelOption[]): string[] {
  return options.flatMap(({ id, isKey }) => (isKey ? [id] : []));
}
