import { childOf, childrenOf, textIn, type XmlElement } from '../../xml-tree.ts';

/** How an answer is given in a file, and what of it is right. */
export interface Declared {
  readonly identifier: string;
  /** `single`, `multiple` or `ordered`. */
  readonly cardinality: string;
  readonly baseType: string;
  readonly correct: readonly string[];
  /** Points by what was given; null where nothing is mapped. */
  readonly points: readonly (readonly [given: string, points: number])[] | null;
}

/** The responses that an item declares, by their identifiers. */
export function readResponses(item: XmlElement): ReadonlyMap<string, Declared> {
  const declared = childrenOf(item, 'responseDeclaration').map((element): Declared => {
    const entries = childrenOf(childOf(element, 'mapping'), 'mapEntry');
    const points = entries.map(
      ({ attributes }) =>
        [attributes.get('mapKey')?.trim() ?? '', Number(attributes.get('mappedValue'))] as const,
    );
    return {
      identifier: element.attributes.get('identifier') ?? '',
      cardinality: element.attributes.get('cardinality') ?? 'single',
      baseType: element.attributes.get('baseType') ?? 'identifier',
      correct: childrenOf(childOf(element, 'correctResponse'), 'value').map(valueIn),
      points: points.length > 0 ? points : null,
    };
  });
  return new Map(declared.map((each) => [each.identifier, each]));
}

/**
 * What is right by a declaration: its correct response, or where it has none what the mapping gives the
 * most points for (of a single answer) or any points (of several).
 */
export function keysOf({ cardinality, correct, points }: Declared): readonly string[] {
  if (correct.length > 0 || points === null) return correct;
  const most = Math.max(...points.map(([, value]) => value));
  const isRight = (value: number) => value > 0 && (cardinality !== 'single' || value === most);
  return points.filter(([, value]) => isRight(value)).map(([given]) => given);
}

/** The text of a value, without the space around it. */
export function valueIn(element: XmlElement | undefined): string {
  return textIn(element).trim().normalize('NFC');
}
