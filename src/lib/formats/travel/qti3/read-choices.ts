import { optionIdAt } from '../../../quiz/ids.ts';
import { verdictLabels } from '../../../quiz/verdict-label.ts';
import { findNamed, wordsOf } from './qti-tree.ts';
import { keysOf, type Declared } from './read-declarations.ts';
import { isFeedback, typeNamed } from './read-feedback.ts';
import { isMapped, readGroups } from './read-rules.ts';
import type { TravelOption, TravelPicking } from '../question.ts';
import { unfit, type Asked, type FormReading, type ItemParts } from './item-parts.ts';

/** Elements that are the choices of an interaction. */
const choiceNames = ['simpleChoice', 'hottext', 'inlineChoice'];

interface ReadChoice {
  readonly identifier: string;
  readonly text: string;
}

/** The choices of an interaction with their words, feedback left out. */
function choicesOf({ interaction }: Pick<Asked, 'interaction'>): ReadChoice[] {
  return choiceNames.flatMap((name) =>
    findNamed(interaction, name).map((choice) => ({
      identifier: choice.attributes.get('identifier') ?? '',
      text: wordsOf(choice, (each) => (isFeedback(each) ? '' : null)),
    })),
  );
}

/** Reads one of several or several of several: choices, hot texts, or a list inside a text. */
export function readChoice(asked: Asked, parts: ItemParts): FormReading {
  const choices = choicesOf(asked);
  const keys = keysOf(asked.declared);
  const fault = faultIn(choices, keys);
  if (fault) return unfit(fault);
  if (typeNamed(parts.body) === 'evidence-select') {
    const picking = readPicking(asked, parts);
    if (picking) return { type: 'evidence-select', form: picking, replies: idsOf(choices) };
  }
  const options = optionsOf(choices, keys, parts);
  const replies = idsOf(choices);
  if (asked.declared.cardinality === 'single') {
    noteShares(asked.declared, parts);
    return { type: isVerdict(choices) ? 'verdict' : 'single-choice', form: { options }, replies };
  }
  if (keys.length === choices.length) return unfit('every one of its choices is right');
  const isShared = isMapped(parts.rules, asked.declared.identifier);
  if (isShared) noteUnlikeShares(asked.declared, options.length, keys, parts);
  const score = isShared ? 'each' : 'all';
  return { type: 'multiple-response', form: { options, score }, replies };
}

/** Reads a verdict and the sentences that show it; null where the two interactions are other ones. */
export function readVerdictWithEvidence(
  [verdict, evidence]: readonly Asked[],
  parts: ItemParts,
): FormReading | null {
  if (!verdict || !evidence || typeNamed(parts.body) !== 'verdict-with-evidence') return null;
  const labels = choicesOf(verdict);
  const picking = readPicking(evidence, parts);
  if (!picking || !isVerdict(labels)) return null;
  return {
    type: 'verdict-with-evidence',
    form: { options: optionsOf(labels, keysOf(verdict.declared), parts), ...picking },
    replies: idsOf([...labels, ...choicesOf(evidence)]),
  };
}

function faultIn(choices: readonly ReadChoice[], keys: readonly string[]): string | null {
  if (choices.length < 2) return 'it has fewer than two choices';
  if (choices.some(({ text }) => text === '')) return 'one of its choices has no words';
  const known = choices.map(({ identifier }) => identifier);
  return keys.length > 0 && keys.every((key) => known.includes(key))
    ? null
    : 'it does not say which choice is right';
}

function isVerdict(choices: readonly ReadChoice[]): boolean {
  return idsOf(choices).join() === verdictLabels.join();
}

function idsOf(choices: readonly ReadChoice[]): string[] {
  return choices.map(({ identifier }) => identifier);
}

function optionsOf(
  choices: readonly ReadChoice[],
  keys: readonly string[],
  { feedbacks }: ItemParts,
): TravelOption[] {
  return choices.map(({ identifier, text }, index) => ({
    id: isVerdict(choices) ? identifier : optionIdAt(index),
    text,
    isKey: keys.includes(identifier),
    ...feedbacks.replyTo(identifier),
  }));
}

/** Sentences whose quotations stand in the explanation, and the sets of them that prove it. */
function readPicking(asked: Asked, parts: ItemParts): TravelPicking | null {
  const { identifier } = asked.declared;
  const choices = choicesOf(asked);
  const passages = choices.map((choice) => parts.explanation.sentences.get(choice.identifier));
  const groups = readGroups(parts.rules, identifier);
  const pick = Number(asked.interaction.attributes.get('maxChoices'));
  const sentences = choices.flatMap(({ identifier: id }, index) => {
    const passage = passages[index];
    return passage ? [{ id: optionIdAt(index), passage, ...parts.feedbacks.replyTo(id) }] : [];
  });
  const known = idsOf(choices);
  const places = groups.map((group) => group.map((id) => known.indexOf(id)));
  const isWhole = sentences.length === choices.length && !places.flat().includes(-1);
  if (!isWhole || groups.length === 0 || !(pick >= 1)) return null;
  return { sentences, pick, groups: places.map((group) => group.map(optionIdAt)) };
}

function noteShares({ points }: Declared, { note }: ItemParts): void {
  if ((points ?? []).filter(([, value]) => value > 0).length < 2) return;
  note('Several of its choices earn points; here only the best of them does.');
}

function noteUnlikeShares(
  { points }: Declared,
  count: number,
  keys: readonly string[],
  { note }: ItemParts,
): void {
  const shareOf = (given: string) =>
    keys.includes(given) ? 1 / keys.length : -1 / (count - keys.length);
  const [, unit = 1] = points?.find(([given]) => keys.includes(given)) ?? [];
  const scale = unit * keys.length;
  const isAlike = points?.every(
    ([given, value]) => Math.abs(value / scale - shareOf(given)) < 1e-6,
  );
  if (isAlike && points?.length === count) return;
  note(
    'Its choices earn points of their own; here each right one earns the same share, and each wrong one takes the same away.',
  );
}
