import Negotiator from 'negotiator';
import { english } from './english.ts';
import en from './en.json' with { type: 'json' };
import { pseudoLanguage, pseudoOf } from './pseudo.ts';
import type { Catalogue, Speaker, Tongue } from './say.ts';
import { makeSpeaker } from './speaker.ts';

/** Every catalogue beside this file, by the name of its file: a language is that one file. */
const files: Readonly<Record<string, Catalogue>> = import.meta.glob('./*.json', {
  eager: true,
  import: 'default',
});

const tongues: readonly (Tongue & Speaker)[] = [
  spoken(pseudoLanguage, pseudoOf(en), 'rtl'),
  ...Object.entries(files).map(([path, catalogue]) =>
    spoken(path.replace(/^\.\/|\.json$/g, ''), catalogue),
  ),
];
const speakers = new Map(tongues.map((tongue) => [tongue.language, tongue]));

function spoken(language: string, catalogue: Catalogue, direction?: Speaker['direction']) {
  return { ...makeSpeaker(language, catalogue, direction), catalogue };
}

/** The languages that readers are offered. */
export const languages: readonly string[] = [...speakers.keys()].filter(
  (language) => language !== pseudoLanguage,
);

/** A language with its messages; null where nobody speaks it. */
export function tongueOf(language: string): (Tongue & Speaker) | null {
  return speakers.get(language) ?? null;
}

/** Who speaks this language; English where nobody does. */
export function speakerOf(language: string): Speaker {
  return speakers.get(language) ?? english;
}

/**
 * The language that a server speaks to everybody (`INTERFACE_LANGUAGE`); throws in words where nobody
 * speaks it.
 */
export function requireInterfaceLanguage(written = ''): void {
  if (written === '' || speakers.has(written)) return;
  throw new Error(
    `INTERFACE_LANGUAGE is “${written}”, for which there are no messages. Write one of ${[...speakers.keys()].join(', ')}, or leave it out: then each browser is asked.`,
  );
}

/**
 * The language to speak: the one that is asked for by name, or else the one that a browser likes best
 * (`Accept-Language`, RFC 9110).
 */
export function chooseLanguage(named: string | undefined, accepted: string | null): string {
  if (named && speakers.has(named)) return named;
  const negotiator = new Negotiator({ headers: { 'accept-language': accepted ?? '*' } });
  return negotiator.language([english.language, ...languages]) ?? english.language;
}
