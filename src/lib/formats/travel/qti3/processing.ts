import { block, inline, text, type Xml } from './xml-element.ts';

/** The base types of values that our items use (QTI 3.0 ASI, 4.11: BaseTypeEnum). */
export type BaseType = 'identifier' | 'directedPair' | 'string' | 'float' | 'integer';

/** A value that is written down. */
export function baseValue(baseType: BaseType, value: string | number): Xml {
  return inline('qti-base-value', { 'base-type': baseType }, text(String(value)));
}

/** The value of a response or an outcome. */
export function variable(identifier: string): Xml {
  return inline('qti-variable', { identifier });
}

/** What a response's declaration says is right. */
export function correct(identifier: string): Xml {
  return inline('qti-correct', { identifier });
}

/** The points that a response's mapping gives. */
export function mapped(identifier: string): Xml {
  return inline('qti-map-response', { identifier });
}

/** The entry at a place of an ordered response, from 1. */
export function entryAt(place: number, identifier: string): Xml {
  return block('qti-index', { n: place }, variable(identifier));
}

type Operator =
  | 'and'
  | 'or'
  | 'not'
  | 'match'
  | 'member'
  | 'gt'
  | 'gte'
  | 'lte'
  | 'max'
  | 'sum'
  | 'subtract'
  | 'product'
  | 'divide';

/** An expression of other expressions (QTI 3.0 ASI, 5: expressions). */
export function operation(operator: Operator, ...operands: readonly Xml[]): Xml {
  return block(`qti-${operator}`, {}, ...operands);
}

/** Equal texts, whatever their case. */
export function sameText(one: Xml, other: Xml): Xml {
  return block('qti-string-match', { 'case-sensitive': false }, one, other);
}

/** True where a response is just what its declaration says is right. */
export function isRight(identifier: string): Xml {
  return operation('match', variable(identifier), correct(identifier));
}

/** True where a choice is among those of a response. */
export function isChosen(baseType: BaseType, choice: string, identifier: string): Xml {
  return operation('member', baseValue(baseType, choice), variable(identifier));
}

/** A rule that gives an outcome its value. */
export function setOutcome(identifier: string, value: Xml): Xml {
  return block('qti-set-outcome-value', { identifier }, value);
}

/** A rule that points are a number. */
export function setScore(points: number): Xml {
  return setOutcome('SCORE', baseValue('float', points));
}

/** A condition and the rules that hold where it is met. */
export interface Branch {
  readonly when: Xml;
  readonly then: readonly Xml[];
}

/** A rule of branches, of which the first that is met counts. */
export function condition(branches: readonly Branch[], otherwise: readonly Xml[] = []): Xml {
  const written = branches.map(({ then, when }, index) =>
    block(index === 0 ? 'qti-response-if' : 'qti-response-else-if', {}, when, ...then),
  );
  const last = otherwise.length === 0 ? [] : [block('qti-response-else', {}, ...otherwise)];
  return block('qti-response-condition', {}, ...written, ...last);
}
