import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import en from './en.json' with { type: 'json' };
import { chooseLanguage, languages, speakerOf } from './languages.ts';
import { pseudoLanguage, pseudoOf } from './pseudo.ts';
import type { Catalogue, MessageId } from './say.ts';

const ids = Object.keys(en) as MessageId[];
const catalogues: readonly (readonly [string, Catalogue])[] = [
  ...readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.json'))
    .map(
      (name) => [name, JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8'))] as const,
    ),
  [pseudoLanguage, pseudoOf(en)],
];

/** The gaps and tags of a message, sorted. */
function gapsOf(message: string): string[] {
  const gaps = new Set<string>();
  const walk = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if ('value' in element && element.type !== 0) gaps.add(element.value);
      if ('children' in element) walk(element.children);
      if ('options' in element) for (const { value } of Object.values(element.options)) walk(value);
    }
  };
  walk(parse(message));
  return [...gaps].toSorted();
}

function modules(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:svelte|ts|svx)$/.test(entry.name))
    .filter((entry) => !/\.test\.ts$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

describe.each(catalogues)('the catalogue %s', (_name, catalogue) => {
  it('has every message of the English one, and no other', () => {
    expect(Object.keys(catalogue).toSorted()).toEqual(ids.toSorted());
  });

  it('keeps the gaps and tags of every message', () => {
    for (const id of ids) expect([id, gapsOf(catalogue[id])]).toEqual([id, gapsOf(en[id])]);
  });
});

describe('the English catalogue', () => {
  it('stands in the order of its names', () => {
    expect(ids).toEqual(ids.toSorted());
  });

  it('has no message that nothing says', () => {
    const code = modules('src').join('\n');
    const isSaid = (id: string) =>
      code.includes(`'${id}'`) || code.includes(`"${id}"`) || isComposed(code, id);
    expect(ids.filter((id) => !isSaid(id))).toEqual([]);
  });
});

/** True where a name is put together from its beginning: `verdict.${label}`. */
function isComposed(code: string, id: string): boolean {
  const parts = id.split('.');
  return parts.some((_part, index) => {
    const start = parts.slice(0, index).join('.');
    return start !== '' && code.includes(`\`${start}.\${`);
  });
}

describe('the pseudo-locale', () => {
  const { say, direction, parts } = speakerOf(pseudoLanguage);

  it('is longer than English, and written from right to left', () => {
    const sentence = say('certainty.legend');
    expect(direction).toBe('rtl');
    expect(sentence.length).toBeGreaterThan(1.4 * en['certainty.legend'].length);
    expect(sentence).toContain(en['certainty.legend']);
  });

  it('keeps numbers and plurals', () => {
    expect(say('calibration.fewGuesses', { right: 1, n: 1 })).toMatch(/1.*1 .*time/);
    expect(parts('certainty.skip')).toHaveLength(1);
  });
});

describe('the choice of a language', () => {
  it.each([
    [undefined, null, 'en'],
    [undefined, 'xx, en;q=0.5', 'en'],
    [undefined, 'xx', 'en'],
    [undefined, ';;q=,,', 'en'],
    [pseudoLanguage, 'en', pseudoLanguage],
    ['tlh', 'en', 'en'],
  ])('%s and %s give %s', (named, accepted, language) => {
    expect(chooseLanguage(named, accepted)).toBe(language);
  });

  it('never offers the pseudo-locale by itself', () => {
    expect(languages).not.toContain(pseudoLanguage);
    expect(chooseLanguage(undefined, pseudoLanguage)).toBe('en');
  });
});
