import type { DeliveredSentence } from '../../src/lib/item-types/evidence.ts';
import type { DeliveredOption } from '../../src/lib/item-types/options.ts';
import type { Delivered, ItemType } from '../../src/lib/quiz/item.ts';
import { fieldsOf } from './make-item.ts';

/** A filled form, named by what was chosen in words: the same name whatever order was drawn. */
export interface SampleForm {
  readonly name: string;
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

type Shown = DeliveredOption | DeliveredSentence;

function form(name: string, record: Readonly<Record<string, readonly string[]>>): SampleForm {
  return { name, fields: fieldsOf(record) };
}

function byText<Each extends Shown>(shown: readonly Each[]): Each[] {
  return shown.toSorted((one, other) => (one.text < other.text ? -1 : 1));
}

function each(field: string, shown: readonly Shown[]): SampleForm[] {
  return byText(shown).map(({ text, value }) => form(text, { [field]: [value] }));
}

/** Every way to go once round: the entries by their texts, begun at each of them. */
function rounds<Each>(entries: readonly Each[]): Each[][] {
  return entries.map((_entry, first) => [...entries.slice(first), ...entries.slice(0, first)]);
}

function texts(name: string, values: readonly string[]): SampleForm[] {
  return values.map((value) => form(value, { [name]: [value] }));
}

const makers: { readonly [T in ItemType]: (delivered: Delivered<T>) => SampleForm[] } = {
  'single-choice': ({ options }) => each('choice', options),
  'multiple-response': ({ options }) => [
    ...each('choice', options),
    form('all', { choice: options.map(({ value }) => value) }),
  ],
  verdict: ({ options }) => each('verdict', options),
  numeric: () => texts('value', ['5.3', '5,3 %', '0.14', '−7', '1e3']),
  'text-entry': () => texts('entry', ['ZQ-One', 'zqtwo', 'zq tow', 'zqthree', 'שלום', 'e\u0301']),
  order: ({ options }) =>
    rounds(byText(options)).map((entries) =>
      form(
        entries.map(({ text }) => text).join(),
        Object.fromEntries(
          entries.map(({ value }, index) => [`place${value}`, [String(index + 1)]]),
        ),
      ),
    ),
  match: ({ lefts, rights }) =>
    rounds(byText(rights)).map((round) =>
      form(
        round.map(({ text }) => text).join(),
        Object.fromEntries(
          byText(lefts).map(({ value }, index) => [`match${value}`, [round[index]?.value ?? '']]),
        ),
      ),
    ),
  'evidence-select': ({ sentences }) => each('pick', sentences),
  'verdict-with-evidence': ({ options, sentences, pick }) =>
    options.flatMap(({ value }) =>
      rounds(byText(sentences)).map((round) => {
        const picked = round.slice(0, pick);
        return form(
          `${value}: ${byText(picked)
            .map(({ text }) => text)
            .join()}`,
          {
            verdict: [value],
            pick: picked.map((sentence) => sentence.value),
          },
        );
      }),
    ),
};

/** Forms that a learner could send for a delivered item of this type. */
export function sampleForms(type: ItemType, delivered: Delivered<ItemType>): SampleForm[] {
  const make = makers[type] as (delivered: Delivered<ItemType>) => SampleForm[];
  return make(delivered);
}
