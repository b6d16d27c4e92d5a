import { IntlMessageFormat } from 'intl-messageformat';
import type { Catalogue, MessageId, MessagePart, MessageTag, Speaker } from './say.ts';

/** How messages write numbers and days, by the names that they give them. */
export const formats = {
  date: { long: { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' } },
  number: { share: { style: 'percent' }, points: { maximumFractionDigits: 2 } },
} as const;

const marker = (tag: MessageTag) => (chunks: readonly unknown[]) => ({
  tag,
  text: chunks.join(''),
});
const markers = { link: marker('link'), second: marker('second'), strong: marker('strong') };

/** Speaks a catalogue. A message is parsed when it is first said; one that can't be parsed throws. */
export function makeSpeaker(
  language: string,
  catalogue: Catalogue,
  direction: Speaker['direction'] = directionOf(language),
): Speaker {
  const parsed = new Map<MessageId, IntlMessageFormat>();
  const formatOf = (id: MessageId) => {
    const known = parsed.get(id) ?? new IntlMessageFormat(catalogue[id], language, formats);
    parsed.set(id, known);
    return known;
  };
  return {
    language,
    direction,
    say: (id, values) => String(formatOf(id).format({ ...values })),
    parts(id, values) {
      const said = formatOf(id).format<MessagePart>({ ...values, ...markers });
      return [said]
        .flat()
        .map((part) => (typeof part === 'string' ? { text: part, tag: null } : part));
    },
  };
}

const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

function directionOf(language: string): Speaker['direction'] {
  const { script } = new Intl.Locale(language).maximize();
  return rightToLeft.has(script ?? '') ? 'rtl' : 'ltr';
}
