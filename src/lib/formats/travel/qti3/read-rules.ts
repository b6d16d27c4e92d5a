import { childOf, childrenOf, type XmlElement } from '../../xml-tree.ts';
import { elementsIn, findAll, findNamed } from './qti-tree.ts';
import { valueIn } from './read-declarations.ts';

/** What a file says of how responses are processed. */
export interface Rules {
  /** The address of a processing that the standard defines; null where the file writes its own. */
  readonly template: string | null;
  readonly root: XmlElement | undefined;
}

/** Reads an item's rules; an item without any is scored by nobody. */
export function readRules(item: XmlElement): Rules {
  const root = childOf(item, 'responseProcessing');
  const address = root?.attributes.get('template') ?? root?.attributes.get('templateLocation');
  return { root, template: address ?? null };
}

/** True where the mapping of a response counts for something. */
export function isMapped({ root, template }: Rules, identifier: string): boolean {
  if (template !== null && /map_response/.test(template)) return true;
  return findNamed(root, 'mapResponse').some((each) => refersTo(each, identifier));
}

function refersTo(element: XmlElement, identifier: string): boolean {
  return element.attributes.get('identifier') === identifier;
}

/** The outcomes that are set whatever was answered, each with the values that it is given. */
export function alwaysSet({ root }: Rules): ReadonlyMap<string, string> {
  const set = childrenOf(root, 'setOutcomeValue').map(
    (rule) =>
      [rule.attributes.get('identifier') ?? '', valueIn(childOf(rule, 'baseValue'))] as const,
  );
  return new Map(set.filter(([, value]) => value !== ''));
}

/** Sets of choices each of which is a whole proof: alternatives of choices that are all members. */
export function readGroups({ root }: Rules, identifier: string): string[][] {
  const [alternatives] = findAll(root, ({ name }) => name === 'or').filter(
    (or) => membersIn(or, identifier).length > 0,
  );
  if (!alternatives) return [];
  return elementsIn(alternatives).map((each) => membersIn(each, identifier));
}

function membersIn(element: XmlElement, identifier: string): string[] {
  const members = element.name === 'member' ? [element] : findNamed(element, 'member');
  return members
    .filter((member) => childrenOf(member, 'variable').some((each) => refersTo(each, identifier)))
    .map((member) => valueIn(childOf(member, 'baseValue')));
}

/** Numbers between which a response has to lie, or to one of which it has to be near, for some rules. */
export interface Range {
  readonly least: number;
  readonly most: number;
  /** The outcomes that are set then, with their values. */
  readonly set: ReadonlyMap<string, string>;
}

/** The ranges of a response by which outcomes are set. */
export function readRanges(rules: Rules, value: number): Range[] {
  return branchesOf(rules).flatMap(({ set, when }) => {
    const range = rangeOf(when, value);
    return range ? [{ ...range, set }] : [];
  });
}

function rangeOf(when: XmlElement, value: number): Omit<Range, 'set'> | null {
  const [equal] = named(when, 'equal');
  if (equal) return toleranceIn(equal, value);
  const numbers = (name: string) =>
    named(when, name).flatMap((each) =>
      childrenOf(each, 'baseValue').map((one) => Number(valueIn(one))),
    );
  const [least] = numbers('gte');
  const [most] = numbers('lte');
  return least === undefined || most === undefined ? null : { least, most };
}

/** `equal` with a tolerance, absolute or in percent of the right value. */
function toleranceIn(equal: XmlElement, value: number): Omit<Range, 'set'> | null {
  const mode = equal.attributes.get('toleranceMode') ?? 'exact';
  const [below = NaN, above = below] = (equal.attributes.get('tolerance') ?? '0')
    .split(/\s+/)
    .map(Number);
  const written = childrenOf(equal, 'baseValue').map((each) => Number(valueIn(each)));
  const [middle = value] = written;
  const unit = mode === 'relative' ? Math.abs(middle) / 100 : mode === 'absolute' ? 1 : 0;
  const range = { least: middle - below * unit, most: middle + above * unit };
  return Number.isFinite(range.most) && Number.isFinite(range.least) ? range : null;
}

/** A value that a response is compared with, and the outcomes that are set where it is the same. */
export interface Comparison {
  readonly text: string;
  readonly set: ReadonlyMap<string, string>;
}

/** The values that a response is compared with, one at a time or as alternatives. */
export function readComparisons(rules: Rules): Comparison[] {
  return branchesOf(rules).flatMap(({ set, when }) =>
    comparedIn(when).map((text) => ({ text, set })),
  );
}

const comparisons = new Set(['match', 'stringMatch', 'member']);

function comparedIn(when: XmlElement): string[] {
  if (comparisons.has(when.name)) return childrenOf(when, 'baseValue').map(valueIn);
  const isAlternatives =
    when.name === 'or' || (when.name === 'and' && elementsIn(when).length === 1);
  return isAlternatives ? elementsIn(when).flatMap(comparedIn) : [];
}

interface ReadBranch {
  readonly when: XmlElement;
  readonly set: ReadonlyMap<string, string>;
}

function branchesOf({ root }: Rules): ReadBranch[] {
  const branches = findNamed(root, 'responseCondition').flatMap((condition) =>
    childrenOf(condition, 'responseIf', 'responseElseIf'),
  );
  return branches.flatMap((branch) => {
    const [when] = elementsIn(branch);
    const rules = childrenOf(branch, 'setOutcomeValue').map(
      (rule) =>
        [rule.attributes.get('identifier') ?? '', valueIn(childOf(rule, 'baseValue'))] as const,
    );
    return when ? [{ when, set: new Map(rules) }] : [];
  });
}

/** An element itself, or those of a name below it. */
function named(element: XmlElement, name: string): XmlElement[] {
  return element.name === name ? [element] : findNamed(element, name);
}
