import { readCourseKind, type CourseKind } from '../../quiz/course-kind.ts';
import {
  optionsQuery,
  readDeliveryOptions,
  type DeliveryOptions,
  type OptionFault,
  type OptionName,
} from '../../quiz/delivery-options.ts';
import type { ItemId } from '../../quiz/ids.ts';
import type { Say } from '../../messages/say.ts';
import { faultIf, shortened, type FieldFault } from '../classes/assignment-form.ts';

/** What a course builder has chosen. */
export interface BuildChoices {
  readonly kind: CourseKind;
  readonly options: DeliveryOptions;
}

/** The form of the builder's page as it is filled in, and all that is wrong with it. */
export interface BuildReading {
  /** What was entered, as it was; by the names of the options. */
  readonly entered: Readonly<Record<OptionName | 'kind', string>>;
  readonly faults: readonly FieldFault[];
  /** As far as it can be followed. */
  readonly choices: BuildChoices;
}

/** What the form is held against. */
interface BuildRules {
  readonly itemIds: readonly ItemId[];
  /** The languages that the interface speaks. */
  readonly languages: readonly string[];
  readonly say: Say;
}

/** In the order in which they stand on the page. */
const fields = ['kind', 'items', 'order', 'draw', 'pass', 'lang', 'accent', 'theme'] as const;

function placeOf({ field }: FieldFault): number {
  return fields.findIndex((name) => name === field);
}

/**
 * Reads what a form or an address of the builder's page says. In a form (`sent`), a question that is not
 * ticked is left out; an address without questions means all of them.
 */
export function readBuild(query: URLSearchParams, rules: BuildRules): BuildReading {
  const { itemIds, say } = rules;
  const ticked = query.getAll('items').filter(Boolean).join(',');
  const { faults: unread, options } = readDeliveryOptions((name) =>
    name === 'items' ? ticked : query.get(name),
  );
  const known = options.items?.filter((id) => itemIds.includes(id)) ?? [];
  const isEmpty = query.has('sent') && ticked === '';
  const isAll = known.length === 0 || isWhole(known, itemIds);
  const items = isAll && !isEmpty ? null : known;
  const asked = isAll ? itemIds.length : known.length;
  const kind = query.get('kind') ?? 'iframe';
  const entered = Object.fromEntries(fields.map((name) => [name, query.get(name)?.trim() ?? '']));
  const isSpoken = options.language === null || rules.languages.includes(options.language);
  return {
    entered: { ...entered, kind, items: ticked } as BuildReading['entered'],
    faults: [
      ...faultIf(isEmpty, 'items', say('build.fault.noItems')),
      ...unknownItems(options.items ?? [], itemIds, say),
      ...unread.map((fault) => faultOf(fault, say)),
      ...faultIf((options.draw ?? 0) > asked, 'draw', say('build.fault.drawMany', { n: asked })),
      ...faultIf(!isSpoken, 'lang', say('build.fault.lang')),
      ...faultIf(readCourseKind(kind) === null, 'kind', say('build.fault.kind')),
    ].toSorted((one, other) => placeOf(one) - placeOf(other)),
    choices: {
      kind: readCourseKind(kind) ?? 'iframe',
      options: { ...options, items, draw: options.draw === asked ? null : options.draw },
    },
  };
}

function isWhole(chosen: readonly ItemId[], all: readonly ItemId[]): boolean {
  return chosen.length === all.length && chosen.every((id, index) => id === all[index]);
}

function unknownItems(given: readonly string[], all: readonly string[], say: Say): FieldFault[] {
  return given
    .filter((id) => !all.includes(id))
    .map((id) => ({ field: 'items', message: say('build.fault.item', { id: shortened(id) }) }));
}

function faultOf({ name, value }: OptionFault, say: Say): FieldFault {
  return { field: name, message: say(`build.fault.${name}`, { value: shortened(value) }) };
}

/** The query by which the builder's page shows these choices again. */
export function buildQuery({ kind, options }: BuildChoices): string {
  return `?${[`kind=${kind}`, optionsQuery(options)].filter(Boolean).join('&')}`;
}

/** A question of the bank to be ticked: its stem, and nothing that tells its answer. */
export interface PickedItem {
  readonly id: ItemId;
  readonly stem: string;
  readonly isChosen: boolean;
  /** The query by which it stands one place earlier; null for the first, and for what is left out. */
  readonly earlier: string | null;
}

/**
 * The bank's questions as they stand in the form: in the bank's order where the chosen ones keep to it,
 * else the chosen ones first.
 */
export function pickItems(
  items: readonly { readonly id: ItemId; readonly stem: string }[],
  choices: BuildChoices,
): PickedItem[] {
  const { options } = choices;
  const chosen = options.items ?? items.map(({ id }) => id);
  const places = chosen.map((id) => items.findIndex((item) => item.id === id));
  const isInOrder = places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0));
  const rank = (id: ItemId) => (chosen.includes(id) ? chosen.indexOf(id) : chosen.length);
  const shown = isInOrder ? items : items.toSorted((a, b) => rank(a.id) - rank(b.id));
  const earlier = (at: number): string | null => {
    const [before, id] = chosen.slice(Math.max(at - 1, 0), at + 1);
    if (!before || !id || options.order === 'shuffled') return null;
    const moved = chosen.with(at - 1, id).with(at, before);
    return buildQuery({ ...choices, options: { ...options, items: moved } });
  };
  return shown.map(({ id, stem }) => {
    const at = chosen.indexOf(id);
    return { id, stem, isChosen: at >= 0, earlier: earlier(at) };
  });
}
