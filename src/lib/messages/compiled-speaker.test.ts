import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { compileMessages } from './compile-messages.ts';
import { speakCompiled } from './compiled-speaker.ts';
import en from './en.json' with { type: 'json' };
import { pseudoLanguage, pseudoOf } from './pseudo.ts';
import type { MessageId, MessageValues } from './say.ts';
import { makeSpeaker } from './speaker.ts';

const ids = Object.keys(en) as MessageId[];

/** Sets of values under which a message says each of its cases. */
function samplesOf(message: string): MessageValues[] {
  const gaps = new Map<string, (string | number | Date)[]>();
  const walk = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.argument) gaps.set(element.value, ['“a” <b>', '7', '', 'x']);
      if (element.type === TYPE.number) gaps.set(element.value, [0.256, 1, 0, 1234.5]);
      if (element.type === TYPE.date || element.type === TYPE.time) {
        gaps.set(element.value, [new Date('2026-03-20T09:30:00Z')]);
      }
      if (element.type === TYPE.plural) gaps.set(element.value, [0, 1, 2, 12_345]);
      if (element.type === TYPE.select) gaps.set(element.value, Object.keys(element.options));
      if ('children' in element) walk(element.children);
      if ('options' in element) for (const { value } of Object.values(element.options)) walk(value);
    }
  };
  walk(parse(message));
  const most = Math.max(1, ...[...gaps.values()].map((values) => values.length));
  return Array.from({ length: most }, (_each, index) =>
    Object.fromEntries(
      [...gaps].map(([name, values]) => [name, values[index % values.length] ?? '']),
    ),
  );
}

describe.each([
  ['en', en, 'ltr'],
  [pseudoLanguage, pseudoOf(en), 'rtl'],
] as const)('messages of %s in pieces', (language, catalogue, direction) => {
  const whole = makeSpeaker(language, catalogue, direction);
  const messages = compileMessages(catalogue, ids);
  // Through JSON, as a package carries them.
  const inPieces = speakCompiled(
    JSON.parse(JSON.stringify({ language, direction, messages })) as Parameters<
      typeof speakCompiled
    >[0],
  );

  it('are said as the whole ones are', () => {
    for (const id of ids) {
      for (const values of samplesOf(catalogue[id])) {
        // A gap may have the name of a tag.
        const parts = catalogue[id].includes('</')
          ? whole.parts(id, values)
          : [{ tag: null, text: whole.say(id, values) }].filter(({ text }) => text !== '');
        expect([id, inPieces.parts(id, values)]).toEqual([id, parts]);
        const said = parts.map(({ text }) => text).join('');
        expect([id, inPieces.say(id, values)]).toEqual([id, said]);
      }
    }
  });
});

it('a message that a package does not bring is a fault of its maker', () => {
  const speaker = speakCompiled({ language: 'en', direction: 'ltr', messages: {} });
  expect(() => speaker.say('ask.check')).toThrow('ask.check');
});
