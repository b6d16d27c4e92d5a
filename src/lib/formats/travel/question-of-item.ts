import type { Say } from '../../messages/say.ts';
import type { Passage } from '../../passage/passage.ts';
import type { Source, SourceId } from '../../passage/source.ts';
import type { Authored, Bank, Item, ItemType } from '../../quiz/item.ts';
import type { ItemId } from '../../quiz/ids.ts';
import { verdictLabels } from '../../quiz/verdict-label.ts';
import { attributionOf } from './attribution.ts';
import type {
  TravelBank,
  TravelBase,
  TravelForms,
  TravelOption,
  TravelPassage,
  TravelPicking,
  TravelQuestion,
  TravelReply,
  TravelSource,
} from './question.ts';

/** What an item is put into words with. */
export interface TravelSetting {
  readonly sources: ReadonlyMap<SourceId, Source>;
  /** Speaks the language of the questions. */
  readonly say: Say;
}

type FormOf<T extends ItemType> = (item: Item<T>, setting: TravelSetting) => TravelForms[T];

/** Every item type’s form; a type that is missing here is a compile error that names it. */
const forms: { readonly [T in ItemType]: FormOf<T> } = {
  'single-choice': ({ key, options }) => ({ options: optionsOf(options, [key]) }),
  'multiple-response': ({ key, options, score }) => ({ options: optionsOf(options, key), score }),
  verdict: verdictsOf,
  numeric: ({ expectedWrong, tolerance, unit, value }) => ({
    value,
    tolerance,
    unit,
    expectedWrong: expectedWrong.map(({ value: given, reply, trap }) => ({ given, reply, trap })),
  }),
  'text-entry': ({ expectedWrong, variants }) => ({
    variants,
    expectedWrong: expectedWrong.map(({ text: given, reply, trap }) => ({ given, reply, trap })),
  }),
  order: ({ options, score }) => ({
    options: optionsOf(
      options,
      options.map(({ id }) => id),
    ),
    score,
  }),
  match: ({ pairs, score }) => ({
    pairs: pairs.map(({ id, left, reply, right, trap }) => ({ id, left, right, reply, trap })),
    score,
  }),
  'evidence-select': pickingOf,
  'verdict-with-evidence': (item, setting) => ({
    ...verdictsOf(item, setting),
    ...pickingOf(item, setting),
  }),
};

/** An item as it travels. */
export function itemToQuestion(item: Item, setting: TravelSetting): TravelQuestion {
  // The table pairs each type with its own form, so an item always meets the one of its own shape.
  const form = forms[item.type] as unknown as FormOf<ItemType>;
  const source = (id: SourceId) => sourceOf(id, setting);
  const base: TravelBase = {
    id: item.id,
    version: item.version,
    language: item.language,
    stem: item.stem,
    level: item.level,
    passages: shownPassages(item).map((passage) => passageOf(passage, setting)),
    compare: item.compare.map(source),
    searched: item.searched.map(source),
    why: item.why,
    settle: item.settle,
    asOf: item.asOf,
    tags: [],
  };
  return { ...base, type: item.type, ...form(item, setting) } as TravelQuestion;
}

/** A bank with these of its items, or with all of them, as it travels. */
export function bankToTravel(
  bank: Bank,
  items: readonly ItemId[] | null,
  setting: TravelSetting,
): TravelBank {
  const { id, language, summary, title } = bank;
  const chosen = items
    ? items.flatMap((each) => bank.items.find((item) => item.id === each) ?? [])
    : bank.items;
  const questions = chosen.map((item) => itemToQuestion(item, setting));
  return { id, title, summary, language, questions };
}

/** The evidence beside the sentences to pick, which an item holds among its passages too. */
function shownPassages(item: Item): readonly Passage[] {
  if (!('sentences' in item)) return item.passages;
  const picked = new Set(item.sentences.map(({ passage }) => passage));
  return item.passages.filter((passage) => !picked.has(passage));
}

function optionsOf(
  options: readonly (TravelReply & { readonly id: string; readonly text: string })[],
  keys: readonly string[],
): TravelOption[] {
  return options.map(({ id, reply, text, trap }) => ({
    id,
    text,
    isKey: keys.includes(id),
    reply,
    trap,
  }));
}

function verdictsOf(
  { key, replies }: Authored<'verdict'>,
  { say }: TravelSetting,
): TravelForms['verdict'] {
  const options = verdictLabels.map((label) => {
    const { reply = null, trap = null } = replies.find((each) => each.label === label) ?? {};
    return { id: label, text: say(`verdict.${label}`), isKey: label === key, reply, trap };
  });
  return { options };
}

function pickingOf(
  { groups, pick, sentences }: Authored<'evidence-select'>,
  setting: TravelSetting,
): TravelPicking {
  return {
    sentences: sentences.map(({ id, passage, reply, trap }) => ({
      id,
      passage: passageOf(passage, setting),
      reply,
      trap,
    })),
    pick,
    groups,
  };
}

function passageOf({ exact, marks, near, source }: Passage, setting: TravelSetting): TravelPassage {
  return { source: sourceOf(source, setting), exact, marks, near };
}

function sourceOf(id: SourceId, { sources }: TravelSetting): TravelSource {
  const source = sources.get(id);
  return {
    id,
    attribution: source ? attributionOf(source) : id,
    url: source?.url ?? null,
  };
}
