import {
  parse,
  SKELETON_TYPE,
  TYPE,
  type DateElement,
  type MessageFormatElement,
  type NumberElement,
} from '@formatjs/icu-messageformat-parser';
import type { CompiledMessages, Piece } from './compiled-speaker.ts';
import type { Catalogue, MessageId, MessageTag } from './say.ts';
import { formats } from './speaker.ts';

/** Takes messages of a catalogue apart, for who says them without a parser. */
export function compileMessages(catalogue: Catalogue, ids: readonly MessageId[]): CompiledMessages {
  return Object.fromEntries(ids.map((id) => [id, piecesOf(parse(catalogue[id]))]));
}

function piecesOf(elements: readonly MessageFormatElement[]): Piece[] {
  return elements.map(pieceOf);
}

function pieceOf(element: MessageFormatElement): Piece {
  switch (element.type) {
    case TYPE.literal:
      return element.value;
    case TYPE.argument:
      return ['value', element.value];
    case TYPE.number:
      return ['number', element.value, numberStyle(element)];
    case TYPE.date:
    case TYPE.time:
      return ['date', element.value, dateStyle(element)];
    case TYPE.select:
      return ['select', element.value, casesOf(element.options)];
    case TYPE.plural:
      if (element.offset !== 0 || element.pluralType !== 'cardinal') {
        throw new Error(`Only plain plurals are spoken without a parser, not ${element.value}`);
      }
      return ['plural', element.value, casesOf(element.options)];
    case TYPE.pound:
      return ['count'];
    case TYPE.tag:
      return ['tag', element.value as MessageTag, piecesOf(element.children)];
  }
}

function casesOf(options: Readonly<Record<string, { value: readonly MessageFormatElement[] }>>) {
  const cases = Object.entries(options).map(
    ([name, { value }]) => [name, piecesOf(value)] as const,
  );
  return Object.fromEntries(cases);
}

const days: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  ...formats.date,
  short: { hour: 'numeric', minute: 'numeric' },
};
const numbers: Readonly<Record<string, Intl.NumberFormatOptions>> = {
  ...formats.number,
  percent: { style: 'percent' },
};

function numberStyle({ style, value }: NumberElement): Intl.NumberFormatOptions {
  if (typeof style === 'object' && style?.type === SKELETON_TYPE.number) {
    return style.parsedOptions as Intl.NumberFormatOptions;
  }
  return named(numbers, style, value);
}

function dateStyle({ style, value }: Pick<DateElement, 'style' | 'value'>) {
  return named(days, style, value);
}

function named<Options extends object>(
  known: Readonly<Record<string, Options>>,
  style: unknown,
  value: string,
): Options {
  const found = typeof style === 'string' ? known[style] : style ? undefined : ({} as Options);
  if (!found) throw new Error(`No style ${JSON.stringify(style)} is known for ${value}`);
  return found;
}
