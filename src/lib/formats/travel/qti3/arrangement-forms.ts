import { paragraph } from './content.ts';
import { declareFeedback, declareNumber, declareResponse } from './declarations.ts';
import {
  baseValue,
  condition,
  entryAt,
  isChosen,
  isRight,
  mapped,
  operation,
  setOutcome,
  setScore,
  variable,
} from './processing.ts';
import { isRepliedTo, repliesOf, type FormOf, type Replied } from './qti-form.ts';
import { block, inline, text, type Xml } from './xml-element.ts';

const response = 'RESPONSE';
const inverted = 'INVERTED';
const wholePoint = { when: isRight(response), then: [setScore(1)] };

/** Entries to put in order: the point for the whole order, or a share by its pairs. */
export const order: FormOf<'order'> = ({ options, score, stem }, say) => {
  const ids = options.map(({ id }) => id);
  const places = ids.map((_id, index) => placeName(index));
  const isShared = score === 'each';
  return {
    maxPoints: 1,
    responses: [
      declareResponse({
        identifier: response,
        cardinality: 'ordered',
        baseType: 'identifier',
        correct: ids,
      }),
    ],
    outcomes: [
      ...(isShared ? [...places, inverted].map((name) => declareNumber(name, 'integer', 0)) : []),
      ...replyOutcomes(options),
    ],
    body: [
      paragraph(stem, 'stem'),
      block(
        'qti-order-interaction',
        { 'response-identifier': response, shuffle: true, orientation: 'vertical' },
        inline('qti-prompt', {}, text(say('item.orderRule', { last: ids.length, score }))),
        ...options.map(({ id, text: words }) =>
          inline('qti-simple-choice', { identifier: id }, text(words)),
        ),
      ),
    ],
    rules: [
      ...(isShared ? sharesOfPairs(ids, places) : [condition([wholePoint])]),
      ...repliesUnless(options, (id) =>
        operation('match', entryAt(ids.indexOf(id) + 1, response), baseValue('identifier', id)),
      ),
    ],
    feedbacks: options.flatMap((option) => repliesOf([option], replyName(option))),
  };
};

function placeName(index: number): string {
  return `PLACE_${index + 1}`;
}

/**
 * The right place of each entry where it stands, the pairs of entries that stand the wrong way round,
 * and of the point as much as the others are more than those.
 */
function sharesOfPairs(ids: readonly string[], places: readonly string[]): Xml[] {
  const rightPlaces = places.map((place, index) =>
    condition(
      ids.map((id, right) => ({
        when: operation('match', entryAt(index + 1, response), baseValue('identifier', id)),
        then: [setOutcome(place, baseValue('integer', right + 1))],
      })),
    ),
  );
  const pairs = places.flatMap((place, index) =>
    places.slice(index + 1).map((later) => [place, later] as const),
  );
  const counts = pairs.map(([place, later]) =>
    condition([
      {
        when: operation('gt', variable(place), variable(later)),
        then: [setOutcome(inverted, operation('sum', variable(inverted), baseValue('integer', 1)))],
      },
    ]),
  );
  const doubled = operation('product', baseValue('integer', 2), variable(inverted));
  const lost = operation('divide', doubled, baseValue('integer', pairs.length));
  const share = operation('subtract', baseValue('float', 1), lost);
  return [
    ...rightPlaces,
    ...counts,
    setOutcome('SCORE', operation('max', baseValue('float', 0), share)),
  ];
}

/** Texts to match one to one: the point for every pair, or a share for each. */
export const match: FormOf<'match'> = ({ pairs, score, stem }, say) => ({
  maxPoints: 1,
  responses: [
    declareResponse({
      identifier: response,
      cardinality: 'multiple',
      baseType: 'directedPair',
      correct: pairs.map(({ id }) => pairName(id)),
      ...(score === 'each' && {
        points: pairs.map(({ id }) => [pairName(id), 1 / pairs.length] as const),
      }),
    }),
  ],
  outcomes: replyOutcomes(pairs),
  body: [
    paragraph(stem, 'stem'),
    block(
      'qti-match-interaction',
      {
        'response-identifier': response,
        shuffle: true,
        'max-associations': pairs.length,
        'min-associations': pairs.length,
      },
      inline('qti-prompt', {}, text(say('item.matchRule', { score }))),
      matchSet(pairs.map(({ id, left }) => [leftName(id), left])),
      matchSet(pairs.map(({ id, right }) => [rightName(id), right])),
    ),
  ],
  rules: [
    condition([wholePoint], score === 'each' ? [setOutcome('SCORE', mapped(response))] : []),
    ...repliesUnless(pairs, (id) => isChosen('directedPair', pairName(id), response)),
  ],
  feedbacks: pairs.flatMap((pair) => repliesOf([pair], replyName(pair))),
});

function matchSet(side: readonly (readonly [id: string, words: string])[]): Xml {
  const choices = side.map(([identifier, words]) =>
    inline('qti-simple-associable-choice', { identifier, 'match-max': 1 }, text(words)),
  );
  return block('qti-simple-match-set', {}, ...choices);
}

function leftName(id: string): string {
  return `left-${id}`;
}

function rightName(id: string): string {
  return `right-${id}`;
}

function pairName(id: string): string {
  return `${leftName(id)} ${rightName(id)}`;
}

function replyName({ id }: Pick<Replied, 'id'>): string {
  return `FEEDBACK_${id}`;
}

function replyOutcomes(options: readonly Replied[]): Xml[] {
  const replied = options.filter(isRepliedTo);
  return replied.map((option) => declareFeedback(replyName(option), 'single'));
}

/** Rules by which those are spoken of that are not where they belong. */
function repliesUnless(options: readonly Replied[], isInPlace: (id: string) => Xml): Xml[] {
  const replied = options.filter(isRepliedTo);
  return replied.map((option) =>
    condition([
      {
        when: operation('not', isInPlace(option.id)),
        then: [setOutcome(replyName(option), baseValue('identifier', option.id))],
      },
    ]),
  );
}
