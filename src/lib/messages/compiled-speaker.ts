import type { MessageId, MessagePart, MessageTag, MessageValues, Speaker } from './say.ts';

/** A piece of a message that was taken apart beforehand, so that who says it needs no parser. */
export type Piece =
  /** Plain text. */
  | string
  | readonly ['value', name: string]
  | readonly ['number', name: string, style: Intl.NumberFormatOptions]
  | readonly ['date', name: string, style: Intl.DateTimeFormatOptions]
  | readonly ['select', name: string, cases: Cases]
  | readonly ['plural', name: string, cases: Cases]
  /** The number of the plural around it. */
  | readonly ['count']
  | readonly ['tag', tag: MessageTag, inside: readonly Piece[]];

type Cases = Readonly<Record<string, readonly Piece[]>>;

/** Messages in pieces, by their names. */
export type CompiledMessages = Readonly<Partial<Record<MessageId, readonly Piece[]>>>;

/** What a package says, and in which language. */
export interface Speech extends Pick<Speaker, 'language' | 'direction'> {
  readonly messages: CompiledMessages;
}

/** Speaks messages in pieces, as `makeSpeaker` would speak them whole. One that is not there throws. */
export function speakCompiled({ direction, language, messages }: Speech): Speaker {
  const parts = (id: MessageId, values: MessageValues = {}): MessagePart[] => {
    const pieces = messages[id];
    if (!pieces) throw new Error(`The package does not bring the message ${id}`);
    return joined(partsOf(pieces, values, language, 0));
  };
  return {
    language,
    direction,
    parts,
    say: (id, values) =>
      parts(id, values)
        .map(({ text }) => text)
        .join(''),
  };
}

function partsOf(
  pieces: readonly Piece[],
  values: MessageValues,
  language: string,
  count: number,
): MessagePart[] {
  return pieces.flatMap((piece): MessagePart[] => {
    if (typeof piece === 'string') return [plain(piece)];
    const value = piece[0] === 'count' ? count : values[piece[1]];
    switch (piece[0]) {
      case 'value':
        return [plain(String(value))];
      case 'number':
        return [plain(new Intl.NumberFormat(language, piece[2]).format(Number(value)))];
      case 'date':
        return [plain(new Intl.DateTimeFormat(language, piece[2]).format(value as Date))];
      case 'count':
        return [plain(new Intl.NumberFormat(language).format(count))];
      case 'select':
        return partsOf(caseOf(piece[2], String(value)), values, language, count);
      case 'plural': {
        const number = Number(value);
        const name = new Intl.PluralRules(language).select(number);
        const chosen = piece[2][`=${number}`] ?? caseOf(piece[2], name);
        return partsOf(chosen, values, language, number);
      }
      case 'tag': {
        const inside = partsOf(piece[2], values, language, count);
        return [{ tag: piece[1], text: inside.map(({ text }) => text).join('') }];
      }
    }
  });
}

function plain(text: string): MessagePart {
  return { text, tag: null };
}

function caseOf(cases: Cases, name: string): readonly Piece[] {
  return (Object.hasOwn(cases, name) ? cases[name] : cases['other']) ?? [];
}

/** Neighbouring plain parts as one. */
function joined(parts: readonly MessagePart[]): MessagePart[] {
  const all: MessagePart[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (last && last.tag === null && part.tag === null) {
      all[all.length - 1] = plain(last.text + part.text);
    } else all.push(part);
  }
  return all;
}
