import Negotiator from 'negotiator';
import { english } from './english.ts';
import en from './en.json' with { type: 'json' };
import { pseudoLanguage, pseudoOf } from './pseudo.ts';
import type { Catalogue, Speaker } from './say.ts';
import { makeSpeaker } from './speaker.ts';

/** Every catalogue beside this file, by the name of its file: a language is that one file. */
const files: Readonly<Record<string, Catalogue>> = import.meta.glob('./*.json', {
  eager: true,
  import: 'default',
});

const speakers = new Map<string, Speaker>([
  [pseudoLanguage, makeSpeaker(pseudoLanguage, pseudoOf(en), 'rtl')],
  ...Object.entries(files).map(([path, catalogue]) => {
    const language = path.replace(/^\.\/|\.json$/g, '');
    return [language, makeSpeaker(language, catalogue)] as const;
  }),
]);

/** The languages that readers are offered. */
export const languages: readonly string[] = [...speakers.keys()].filter(
  (language) => language !== pseudoLanguage,
);

/** Who speaks this language; English where nobody does. */
export function speakerOf(language: string): Speaker {
  return speakers.get(language) ?? english;
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
