import { boundsOf } from '../../../quiz/tolerance.ts';
import { declareFeedback, declareResponse } from './declarations.ts';
import { paragraph } from './content.ts';
import {
  baseValue,
  condition,
  mapped,
  operation,
  sameText,
  setOutcome,
  setScore,
  variable,
} from './processing.ts';
import type { FormOf, Feedback } from './qti-form.ts';
import type { TravelReply } from '../question.ts';
import { inline, text, type Xml } from './xml-element.ts';

const response = 'RESPONSE';
const feedback = 'FEEDBACK';

/** A number: the point within the tolerance. */
export const numeric: FormOf<'numeric'> = ({ expectedWrong, stem, tolerance, unit, value }) => {
  const { least, most } = boundsOf(value, tolerance);
  const given = variable(response);
  return {
    maxPoints: 1,
    responses: [
      declareResponse({
        identifier: response,
        cardinality: 'single',
        baseType: 'float',
        correct: [String(value)],
      }),
    ],
    outcomes: [declareFeedback(feedback, 'single')],
    body: [paragraph(stem, 'stem'), entry(unit)],
    rules: [
      within(given, least, most, [setScore(1)]),
      ...expectedWrong.map((wrong, index) => {
        const near = boundsOf(wrong.given, 0);
        return within(given, near.least, near.most, [replyTo(index)]);
      }),
    ],
    feedbacks: repliesTo(expectedWrong),
  };
};

function within(given: Xml, least: number, most: number, then: readonly Xml[]): Xml {
  const isWithin = operation(
    'and',
    operation('gte', given, baseValue('float', least)),
    operation('lte', given, baseValue('float', most)),
  );
  return condition([{ when: isWithin, then }]);
}

/** A short text: the point for any of its variants. */
export const textEntry: FormOf<'text-entry'> = ({ expectedWrong, stem, variants }) => ({
  maxPoints: 1,
  responses: [
    declareResponse({
      identifier: response,
      cardinality: 'single',
      baseType: 'string',
      correct: variants.slice(0, 1),
      points: variants.map((variant) => [variant, 1] as const),
    }),
  ],
  outcomes: [declareFeedback(feedback, 'single')],
  body: [paragraph(stem, 'stem'), entry(null)],
  rules: [
    setOutcome('SCORE', mapped(response)),
    ...expectedWrong.map(({ given }, index) =>
      condition([
        {
          when: sameText(variable(response), baseValue('string', given)),
          then: [replyTo(index)],
        },
      ]),
    ),
  ],
  feedbacks: repliesTo(expectedWrong),
});

function entry(unit: string | null): Xml {
  const field = inline('qti-text-entry-interaction', { 'response-identifier': response });
  const after = unit === null ? [] : [text(' '), inline('span', { class: 'unit' }, text(unit))];
  return inline('p', {}, field, ...after);
}

function wrongName(index: number): string {
  return `wrong-${index + 1}`;
}

function replyTo(index: number): Xml {
  return setOutcome(feedback, baseValue('identifier', wrongName(index)));
}

function repliesTo(expectedWrong: readonly TravelReply[]): Feedback[] {
  return expectedWrong.map(({ reply, trap }, index) => ({
    outcome: feedback,
    identifier: wrongName(index),
    reply,
    trap,
  }));
}
