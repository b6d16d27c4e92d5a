import { childrenOf } from '../../xml-tree.ts';
import { optionIdAt } from '../../../quiz/ids.ts';
import { findNamed, wordsOf } from './qti-tree.ts';
import { unfit, type Asked, type FormReading, type ItemParts } from './item-parts.ts';
import { isFeedback } from './read-feedback.ts';
import { isMapped } from './read-rules.ts';
import type { XmlElement } from '../../xml-tree.ts';

/** Reads entries to be put in order. */
export function readOrder({ declared, interaction }: Asked, parts: ItemParts): FormReading {
  const choices = new Map(
    findNamed(interaction, 'simpleChoice').map((each) => [nameOf(each), each]),
  );
  const right = declared.correct;
  if (choices.size < 2) return unfit('it has fewer than two entries');
  const isWhole = new Set(right).size === choices.size && right.every((id) => choices.has(id));
  if (!isWhole) return unfit('it does not say the right place of every entry');
  const isShared = childrenOf(parts.rules.root, 'setOutcomeValue').some((rule) =>
    findNamed(rule, 'variable').some(
      ({ attributes }) => attributes.get('identifier') === 'INVERTED',
    ),
  );
  if (isMapped(parts.rules, declared.identifier)) {
    parts.note('Its entries earn points of their own; here the whole order earns the point.');
  }
  const options = right.map((identifier, index) => ({
    id: optionIdAt(index),
    text: textOf(choices.get(identifier)),
    isKey: true,
    ...parts.feedbacks.replyTo(identifier),
  }));
  if (options.some(({ text }) => text === '')) return unfit('one of its entries has no words');
  const score = isShared ? 'each' : 'all';
  return { type: 'order', form: { options, score }, replies: right };
}

/** Reads texts to be matched one to one. */
export function readMatch({ declared, interaction }: Asked, parts: ItemParts): FormReading {
  const [lefts, rights] = childrenOf(interaction, 'simpleMatchSet').map(
    (set) => new Map(childrenOf(set, 'simpleAssociableChoice').map((each) => [nameOf(each), each])),
  );
  if (!lefts || !rights) return unfit('it has no two sides');
  const joined = (declared.correct.length > 0 ? declared.correct : mappedPairs(declared)).map(
    (pair) => pair.split(/\s+/),
  );
  const partners = new Map(joined.map(([left = '', right = '']) => [left, right]));
  const used = new Set(partners.values());
  const isOneToOne =
    joined.length === lefts.size &&
    partners.size === lefts.size &&
    used.size === rights.size &&
    [...partners].every(([left, right]) => lefts.has(left) && rights.has(right));
  if (!isOneToOne || lefts.size < 2) {
    return unfit('its two sides do not belong together one to one');
  }
  const pairs = [...lefts].map(([left, element], index) => ({
    id: optionIdAt(index),
    left: textOf(element),
    right: textOf(rights.get(partners.get(left) ?? '')),
    ...parts.feedbacks.replyTo(ownName(left)),
  }));
  if (pairs.some(({ left, right }) => left === '' || right === '')) {
    return unfit('one of its choices has no words');
  }
  const score = isMapped(parts.rules, declared.identifier) ? 'each' : 'all';
  return { type: 'match', form: { pairs, score }, replies: [...lefts.keys()].map(ownName) };
}

function mappedPairs({ points }: Asked['declared']): string[] {
  return (points ?? []).filter(([, value]) => value > 0).map(([given]) => given);
}

/** A left side's name without what ours begin with. */
function ownName(left: string): string {
  return left.replace(/^left-/, '');
}

function nameOf({ attributes }: XmlElement): string {
  return attributes.get('identifier') ?? '';
}

function textOf(choice: XmlElement | undefined): string {
  return wordsOf(choice, (each) => (isFeedback(each) ? '' : null));
}
