import type { BaseType } from './processing.ts';
import { block, inline, text, type Xml } from './xml-element.ts';

type Cardinality = 'single' | 'multiple' | 'ordered';

/** How an answer is given, and what of it is right. */
export interface ResponseDeclaration {
  readonly identifier: string;
  readonly cardinality: Cardinality;
  readonly baseType: BaseType;
  /** The right answer, or the first of several. */
  readonly correct: readonly string[];
  /** Points by what was given; without, nothing is mapped. */
  readonly points?: readonly (readonly [given: string, points: number])[];
}

/** `qti-response-declaration`; mapped points are held within 0 and 1, and what is not mapped earns none. */
export function declareResponse(declaration: ResponseDeclaration): Xml {
  const { baseType, cardinality, identifier, points } = declaration;
  const isText = baseType === 'string';
  const entries = points?.map(([given, mappedValue]) =>
    inline('qti-map-entry', {
      'map-key': given,
      'mapped-value': mappedValue,
      'case-sensitive': isText ? false : null,
    }),
  );
  const bounds = { 'lower-bound': 0, 'upper-bound': 1, 'default-value': 0 };
  return block(
    'qti-response-declaration',
    { identifier, cardinality, 'base-type': baseType },
    block('qti-correct-response', {}, ...declaration.correct.map(value)),
    ...(entries ? [block('qti-mapping', bounds, ...entries)] : []),
  );
}

/** The outcomes that every item has: its points, and the most of them. */
export function declareScore(maxPoints: number): Xml[] {
  return [
    declareNumber('SCORE', 'float', 0, { 'normal-minimum': 0, 'normal-maximum': maxPoints }),
    declareNumber('MAXSCORE', 'float', maxPoints),
  ];
}

/** An outcome that counts something. */
export function declareNumber(
  identifier: string,
  baseType: BaseType,
  start: number,
  bounds: Readonly<Record<string, number>> = {},
): Xml {
  return block(
    'qti-outcome-declaration',
    { identifier, cardinality: 'single', 'base-type': baseType, ...bounds },
    block('qti-default-value', {}, value(String(start))),
  );
}

/** An outcome by which feedback is shown: the identifiers of what is to be said. */
export function declareFeedback(identifier: string, cardinality: Cardinality): Xml {
  return inline('qti-outcome-declaration', {
    identifier,
    cardinality,
    'base-type': 'identifier',
  });
}

function value(written: string): Xml {
  return inline('qti-value', {}, text(written));
}
