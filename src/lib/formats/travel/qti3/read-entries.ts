import type { TravelReply, TravelWrong } from '../question.ts';
import { unfit, type Asked, type FormReading, type ItemParts } from './item-parts.ts';
import { findClass, wordsOf } from './qti-tree.ts';
import { keysOf } from './read-declarations.ts';
import { typeNamed } from './read-feedback.ts';
import { readRanges, readComparisons, type Range } from './read-rules.ts';

const score = 'SCORE';

/** Reads a text or a number to be written. */
export function readEntry(asked: Asked, parts: ItemParts): FormReading {
  const { baseType } = asked.declared;
  return baseType === 'float' || baseType === 'integer'
    ? readNumeric(asked, parts)
    : readText(asked, parts);
}

function readNumeric({ declared }: Asked, parts: ItemParts): FormReading {
  const [written = '', ...more] = keysOf(declared);
  const value = Number(written);
  if (written === '' || !Number.isFinite(value)) return unfit('it does not say the right number');
  if (more.length > 0) parts.note(`Of its right numbers only ${written} is taken.`);
  const ranges = readRanges(parts.rules, value);
  const right = ranges.find(
    ({ least, most, set }) => set.has(score) && least <= value && value <= most,
  );
  if (
    right &&
    Math.abs(value - right.least - (right.most - value)) > 1e-6 * (right.most - right.least)
  ) {
    parts.note('Its tolerance reaches further on one side; here it is that of the upper side.');
  }
  const expected = ranges
    .filter(({ set }) => !set.has(score))
    .flatMap((range) => wrongOf(middleOf(range), range.set, parts));
  const [unit] = findClass(parts.body, 'unit');
  return {
    type: 'numeric',
    form: {
      value,
      tolerance: parts.numbers.get('TOLERANCE') ?? (right ? plain(right.most - value) : 0),
      unit: unit ? wordsOf(unit) : null,
      expectedWrong: expected.map(({ wrong }) => wrong),
    },
    replies: expected.map(({ name }) => name),
  };
}

function middleOf({ least, most }: Range): number {
  return plain((least + most) / 2);
}

/** Binary dust swept off. */
function plain(number: number): number {
  return Number(number.toPrecision(12));
}

function readText({ declared }: Asked, parts: ItemParts): FormReading {
  const best = Math.max(0, ...(declared.points ?? []).map(([, points]) => points));
  const mapped = (declared.points ?? []).filter(([, points]) => points > 0);
  const full = mapped.filter(([, points]) => points === best).map(([given]) => given);
  const compared = readComparisons(parts.rules);
  const scored = compared.filter(({ set }) => Number(set.get(score)) > 0);
  const most = Math.max(...scored.map(({ set }) => Number(set.get(score))));
  const whole = scored.filter(({ set }) => Number(set.get(score)) === most);
  if (full.length < mapped.length || whole.length < scored.length) {
    parts.note('Some of its texts earn a part of the points; here they earn none.');
  }
  const right = [...declared.correct, ...full, ...whole.map(({ text }) => text)];
  const variants = [...new Set(right)].filter(Boolean);
  if (variants.length === 0) return unfit('it does not say which text is right');
  const isOurs = typeNamed(parts.body) !== null;
  const expected = compared
    .filter(({ set, text }) => !set.has(score) && (isOurs || !variants.includes(text)))
    .flatMap(({ set, text }) => wrongOf(text, set, parts));
  return {
    type: 'text-entry',
    form: { variants, expectedWrong: expected.map(({ wrong }) => wrong) },
    replies: expected.map(({ name }) => name),
  };
}

/** A wrong answer to which something is said, by the feedback that it sets. */
function wrongOf<Value>(
  given: Value,
  set: ReadonlyMap<string, string>,
  { feedbacks }: ItemParts,
): { readonly name: string; readonly wrong: TravelWrong<Value> }[] {
  return [...set.values()].flatMap((name) => {
    const { reply, trap }: TravelReply = feedbacks.replyTo(name);
    return reply === null ? [] : [{ name, wrong: { given, reply, trap } }];
  });
}
