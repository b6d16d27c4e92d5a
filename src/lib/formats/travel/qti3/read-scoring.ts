import { childOf, type XmlElement } from '../../xml-tree.ts';
import { elementsIn } from './qti-tree.ts';
import { valueIn } from './read-declarations.ts';
import type { Rules } from './read-rules.ts';

const score = 'SCORE';

/** A rule that gives points, and the conditions under which it holds; those of an `else` are not told. */
interface Award {
  /** Null where the points are computed in a way of which nothing is known here. */
  readonly points: XmlElement | null;
  readonly when: readonly XmlElement[];
}

/** How much is taken over of the way in which an item gives points. */
export type Scoring = 'read' | 'unread' | 'none';

/**
 * Whether points are given as they are taken over: for the correct response, by its mapping, or (of
 * texts and numbers, `isEntry`) by comparisons with values. Any other rule would be left out unseen.
 */
export function scoringOf({ root, template }: Rules, isEntry: boolean): Scoring {
  if (template !== null) {
    return /(?:match_correct|map_response)(?:\.xml)?$/.test(template) ? 'read' : 'unread';
  }
  const awards = root ? awardsIn(root, []) : [];
  if (awards.length === 0) return 'none';
  return awards.every((award) => isRead(award, isEntry)) ? 'read' : 'unread';
}

function awardsIn(element: XmlElement, when: readonly XmlElement[]): Award[] {
  return elementsIn(element).flatMap((child): Award[] => {
    switch (child.name) {
      case 'responseCondition':
      case 'responseElse':
      case 'responseProcessingFragment':
        return awardsIn(child, when);
      case 'responseIf':
      case 'responseElseIf': {
        const [condition] = elementsIn(child);
        return condition ? awardsIn(child, [...when, condition]) : [];
      }
      case 'setOutcomeValue':
        return child.attributes.get('identifier') === score
          ? [{ points: elementsIn(child)[0] ?? null, when }]
          : [];
      case 'lookupOutcomeValue':
      case 'include':
        return [{ points: null, when }];
      default:
        return [];
    }
  });
}

function isRead({ points, when }: Award, isEntry: boolean): boolean {
  const kinds = when.map((condition) => kindOf(condition, isEntry));
  if (points === null || kinds.includes(null)) return false;
  if (points.name === 'mapResponse') return true;
  if (points.name === 'variable') return points.attributes.get('identifier') === 'MAXSCORE';
  if (points.name !== 'baseValue') return false;
  const isNothing = Number(valueIn(points)) === 0;
  return isNothing || (kinds.includes('right') && kinds.every((kind) => kind !== 'other'));
}

/** What a condition holds for: the right response, or anything else; null where that is not known. */
function kindOf(condition: XmlElement, isEntry: boolean): 'right' | 'other' | null {
  const inner = elementsIn(condition);
  const [first] = inner;
  switch (condition.name) {
    case 'isNull':
      return 'other';
    case 'not':
      return first && kindOf(first, isEntry) !== null ? 'other' : null;
    case 'match':
    case 'equal':
    case 'stringMatch':
      return isEntry || childOf(condition, 'correct') ? 'right' : null;
    case 'gte':
    case 'lte':
      return isEntry ? 'right' : null;
    case 'and':
    case 'or':
      return (isEntry || inner.length === 1) &&
        inner.every((each) => kindOf(each, isEntry) === 'right')
        ? 'right'
        : null;
    default:
      return null;
  }
}
