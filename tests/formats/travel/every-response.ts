import type { Item, ItemType, Response } from '../../../src/lib/quiz/item.ts';
import { verdictLabels } from '../../../src/lib/quiz/verdict-label.ts';
import type { QtiResponse } from '../../browser/qti-player.ts';

/** One response in our own form and as a player of QTI gives it. */
export interface ResponseTwin {
  readonly ours: Response<ItemType>;
  readonly qti: QtiResponse;
}

type TwinsOf<T extends ItemType> = (
  item: Item<T>,
) => { readonly ours: Response<T>; readonly qti: QtiResponse }[];

const twins: { readonly [T in ItemType]: TwinsOf<T> } = {
  'single-choice': ({ options }) =>
    options.map(({ id }) => ({ ours: { option: id }, qti: { RESPONSE: id } })),
  'multiple-response': ({ options }) =>
    setsOf(options.map(({ id }) => id))
      .filter((chosen) => chosen.length > 0)
      .map((chosen) => ({ ours: { options: chosen }, qti: { RESPONSE: chosen } })),
  verdict: () => verdictLabels.map((label) => ({ ours: { label }, qti: { RESPONSE: label } })),
  numeric: ({ expectedWrong, tolerance, value }) =>
    [value, ...expectedWrong.map((wrong) => wrong.value)]
      .flatMap((number) => around(number, tolerance))
      .map((number) => ({
        ours: { text: String(number), readings: [number] },
        qti: { RESPONSE: String(number) },
      })),
  'text-entry': ({ expectedWrong, variants }) =>
    [...variants, ...expectedWrong.map(({ text }) => text), 'quite another thing']
      .flatMap((entry) => [entry, entry.toUpperCase(), entry.toLowerCase()])
      .map((entry) => ({ ours: { entry }, qti: { RESPONSE: entry } })),
  order: ({ options }) =>
    ordersOf(options.map(({ id }) => id)).map((order) => ({
      ours: { order },
      qti: { RESPONSE: order },
    })),
  match: ({ pairs }) =>
    ordersOf(pairs.map(({ id }) => id)).map((rights) => ({
      ours: { rights },
      qti: { RESPONSE: pairs.map(({ id }, index) => `left-${id} right-${rights[index] ?? ''}`) },
    })),
  'evidence-select': ({ pick, sentences }) =>
    setsOf(sentences.map(({ id }) => id))
      .filter((picks) => picks.length > 0 && picks.length <= pick)
      .map((picks) => ({ ours: { picks }, qti: { RESPONSE: picks } })),
  'verdict-with-evidence': ({ pick, sentences }) =>
    verdictLabels.flatMap((label) =>
      setsOf(sentences.map(({ id }) => id))
        .filter((picks) => picks.length <= pick)
        .map((picks) => ({ ours: { label, picks }, qti: { RESPONSE: label, EVIDENCE: picks } })),
    ),
};

/**
 * Every response that an item can be given; where there is no end of them, those at and around every
 * bound, and the texts that count or are expected in the ways in which QTI compares them.
 */
export function everyResponse(item: Item): ResponseTwin[] {
  // The table pairs each type with its own twins, so an item always meets those of its own shape.
  return (twins[item.type] as unknown as TwinsOf<ItemType>)(item);
}

function setsOf<Each>([first, ...others]: readonly Each[]): Each[][] {
  if (first === undefined) return [[]];
  return setsOf(others).flatMap((set) => [set, [first, ...set]]);
}

function ordersOf<Each>(entries: readonly Each[]): Each[][] {
  if (entries.length === 0) return [[]];
  return entries.flatMap((entry) =>
    ordersOf(entries.filter((other) => other !== entry)).map((rest) => [entry, ...rest]),
  );
}

/** A number, the ends of its tolerance, and numbers a little within and beyond them. */
function around(number: number, tolerance: number): number[] {
  const dust = 1e-9 * Math.max(Math.abs(number), tolerance);
  const steps = [0, dust / 2, dust * 2, 1e-6, 0.001, 0.1, 1];
  return [number, number - tolerance, number + tolerance].flatMap((end) =>
    steps.flatMap((step) => [end - step, end + step]),
  );
}
