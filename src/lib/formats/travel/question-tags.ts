import { levels, type ItemType, type Level, type ScoreRule } from '../../quiz/item.ts';
import { languageTag } from './language-tag.ts';
import type { TravelQuestion } from './question.ts';

/** What tags say of a question, beside what its author wrote as tags. */
export interface ToldByTags {
  readonly level: Level | null;
  readonly version: number | null;
  readonly language: string | null;
  readonly asOf: string | null;
  readonly unit: string | null;
  readonly score: ScoreRule | null;
  /** The type that the question had, where the way in which it is asked does not tell it. */
  readonly type: string | null;
  readonly pick: number | null;
  readonly tags: readonly string[];
}

/** What a question’s tags say, each `name:value`; Moodle keeps them, and finds questions by them. */
export function tagsOf(question: TravelQuestion, asType: ItemType): string[] {
  const { asOf, language, level, tags, version } = question;
  const told: readonly (readonly [string, string | number | null])[] = [
    ['level', level],
    ['version', version],
    ['language', language],
    ['as-of', asOf],
    ['unit', question.type === 'numeric' ? question.unit : null],
    ['score', 'score' in question ? question.score : null],
    ['type', asType],
    ['pick', asType === 'evidence-select' && 'pick' in question ? question.pick : null],
  ];
  const written = told.flatMap(([name, value]) => (value === null ? [] : [`${name}:${value}`]));
  return [...written, ...tags];
}

/** Reads {@link tagsOf} back; a tag that says nothing we know is kept as somebody’s own. */
export function readTags(written: readonly string[]): ToldByTags {
  const values = new Map<string, string>();
  const tags: string[] = [];
  for (const tag of written) {
    const [, name = '', value = ''] = tagForm.exec(tag) ?? [];
    if (name && !values.has(name) && isOurs(name, value)) values.set(name, value);
    else tags.push(tag);
  }
  const number = (name: string) => (values.has(name) ? Number(values.get(name)) : null);
  return {
    level: levels.find((level) => level === values.get('level')) ?? null,
    version: number('version'),
    language: values.get('language') ?? null,
    asOf: values.get('as-of') ?? null,
    unit: values.get('unit') ?? null,
    score: scoreRules.find((rule) => rule === values.get('score')) ?? null,
    type: values.get('type') ?? null,
    pick: number('pick'),
    tags,
  };
}

const tagForm = /^(level|version|language|as-of|unit|score|type|pick):(.+)$/;
const scoreRules = ['all', 'each'] as const satisfies readonly ScoreRule[];

/** True for a value that we write behind a name; “level:hard” is a tag of somebody else. */
function isOurs(name: string, value: string): boolean {
  switch (name) {
    case 'level':
      return levels.some((level) => level === value);
    case 'language':
      return languageTag(value) !== null;
    case 'score':
      return scoreRules.some((rule) => rule === value);
    case 'type':
      return Object.hasOwn(typeNames, value);
    case 'version':
    case 'pick':
      return /^\d{1,6}$/.test(value);
    default:
      return true;
  }
}

/** Every item type by its name; one that is missing here is a compile error that names it. */
const typeNames: Readonly<Record<ItemType, true>> = {
  'single-choice': true,
  'multiple-response': true,
  verdict: true,
  numeric: true,
  'text-entry': true,
  order: true,
  match: true,
  'evidence-select': true,
  'verdict-with-evidence': true,
};
