import type { Import, Module } from './modules.ts';

/** A breach of the house's rules: where, what, and how to mend it. */
export interface Breach {
  readonly path: string;
  readonly message: string;
}

/** The rooms, by the beginning of their paths; the first that fits counts. */
const rooms: readonly (readonly [string, string])[] = [
  ['lib/messages/', 'messages'],
  ['lib/passage/', 'passage'],
  ['lib/quiz/', 'quiz'],
  ['lib/bank/', 'bank'],
  ['lib/formats/', 'formats'],
  ['lib/item-types/views.ts', 'item views'],
  ['lib/item-types/', 'item rules'],
  ['lib/explainers/', 'explainers'],
  ['lib/components/', 'components'],
  ['lib/enhance/', 'enhance'],
  ['lib/embed/', 'embed'],
  ['lib/player/', 'player'],
  ['lib/server/', 'server'],
  ['routes/', 'routes'],
  ['hooks.server.ts', 'routes'],
  ['front/', 'front'],
  ['cli/', 'cli'],
];

/** Which rooms a room may import from, itself included. Arrows point down. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  messages: ['messages'],
  passage: ['passage'],
  quiz: ['quiz', 'passage'],
  bank: ['bank', 'quiz', 'passage'],
  formats: ['formats', 'quiz', 'passage'],
  'item rules': ['item rules', 'bank', 'quiz', 'passage'],
  'item views': ['item views', 'components', 'enhance', 'quiz', 'passage'],
  explainers: ['explainers', 'item views', 'components', 'quiz', 'passage'],
  components: ['components', 'quiz', 'passage', 'enhance'],
  enhance: ['enhance', 'formats'],
  embed: ['embed', 'enhance', 'quiz', 'passage'],
  player: [
    'player',
    'embed',
    'enhance',
    'formats',
    'item views',
    'item rules',
    'components',
    'bank',
    'quiz',
    'passage',
  ],
  server: ['server', 'formats', 'item rules', 'bank', 'quiz', 'passage'],
  routes: [
    'routes',
    'server',
    'formats',
    'embed',
    'explainers',
    'item rules',
    'item views',
    'components',
    'bank',
    'quiz',
    'passage',
  ],
  front: ['front', 'server', 'item rules', 'bank', 'quiz', 'passage'],
  cli: ['cli', 'server', 'formats', 'item rules', 'bank', 'quiz', 'passage'],
};

const pure = new Set(['messages', 'passage', 'quiz', 'bank', 'formats', 'item rules']);
/** Packages that pure rooms may use: they too run anywhere. */
const purePackages = new Set([
  '@formatjs/icu-messageformat-parser',
  '@formatjs/icu-messageformat-parser/printer.js',
  '@noble/hashes/sha2.js',
  '@noble/hashes/utils.js',
  'diff',
  'fast-xml-parser',
  'fflate',
  'intl-messageformat',
  'mdast',
  'negotiator',
  'papaparse',
  'remark-frontmatter',
  'remark-gfm',
  'remark-parse',
  'unified',
  'yaml',
]);
/** Kit's ways to answer http, and all of it at once. */
const httpAnswers = new Set(['error', 'redirect', 'fail', '*']);
const drawers = /(?:^|\/)(?:index|utils?|helpers?|common|types|misc)\.(?:ts|svelte)$/;

/** The room of a path; null where no room is meant. An item type's views are rooms of their own. */
function roomOf(path: string): string | null {
  if (path.startsWith('lib/item-types/') && path.endsWith('.svelte')) return 'item views';
  return rooms.find(([start]) => path.startsWith(start))?.[1] ?? null;
}

/** Every breach of every module, each with its mend. */
export function findBreaches(modules: readonly Module[]): Breach[] {
  return [
    ...modules.flatMap((module) => [
      ...nameBreaches(module),
      ...module.imports.flatMap((each) => importBreaches(module, each)),
    ]),
    ...cycleBreaches(modules),
  ];
}

function nameBreaches({ path }: Module): Breach[] {
  const name = path.split('/').at(-1) ?? '';
  if (drawers.test(path)) {
    return [{ path, message: 'is a drawer. Name the file after the concept that it holds.' }];
  }
  if (path.startsWith('lib/') && roomOf(path) === null) {
    return [{ path, message: 'stands in no room. Move it, or add its room to ARCHITECTURE.md.' }];
  }
  const form = path.startsWith('routes/')
    ? /^(?:\+[a-z.]+|[a-z0-9-]+)\.(?:ts|svelte|svx)$/
    : name.endsWith('.svelte')
      ? /^[A-Z][A-Za-z0-9]+\.svelte$/
      : /^[a-z0-9]+(?:[-.][a-z0-9]+)*\.(?:ts|js)$/;
  return form.test(name)
    ? []
    : [{ path, message: 'is misnamed. Write kebab-case.ts, and PascalCase.svelte.' }];
}

function importBreaches(module: Module, each: Import): Breach[] {
  const { path } = module;
  const from = roomOf(path);
  if (each.target === null) return packageBreaches(path, from, each);
  const to = roomOf(each.target);
  const breach = (mend: string): Breach[] => [{ path, message: `imports ${each.target}. ${mend}` }];
  // Every room may speak.
  if (from === null || to === null || to === 'messages') return [];
  const isTypeOfRules = from === 'item views' && to === 'item rules' && each.isTypeOnly;
  if (from === 'item views' && to === 'item rules' && !each.isTypeOnly) {
    return breach('Views take types from item rules, never values: move the value to quiz/.');
  }
  if (!isTypeOfRules && !allowed[from]?.includes(to)) {
    return breach(
      `${from} may import from ${allowed[from]?.join(', ')} only. Pass it as an argument.`,
    );
  }
  const [one, other] = [itemTypeOf(path), itemTypeOf(each.target)];
  if (one && other && one !== other) {
    return breach('One item type never imports another: move what they share up to item-types/.');
  }
  const [format, otherFormat] = [formatOf(path), formatOf(each.target)];
  if (format && otherFormat && format !== otherFormat) {
    return breach('One format never imports another: move what they share up to formats/.');
  }
  if (pure.has(from) && each.specifier.startsWith('.') && !each.specifier.endsWith('.ts')) {
    return breach('Pure modules name the file with its .ts, so that Node runs them as they are.');
  }
  return [];
}

function itemTypeOf(path: string): string | null {
  return /^lib\/item-types\/([^/]+)\//.exec(path)?.[1] ?? null;
}

/**
 * A format's folder; null for what formats share, which stands beside the folders. Formats in which
 * banks travel, and what Moodle's two have in common, stand in folders of their own.
 */
function formatOf(path: string): string | null {
  const [, first = null, second] = /^lib\/formats\/([^/]+)\/(?:([^/]+)\/)?/.exec(path) ?? [];
  if (first !== 'travel') return first;
  return second === undefined || sharedByTravel.has(second) ? null : `travel/${second}`;
}

const sharedByTravel = new Set(['moodle', 'draft-bank']);

function packageBreaches(
  path: string,
  from: string | null,
  { specifier, names }: Import,
): Breach[] {
  const breach = (mend: string): Breach[] => [{ path, message: `imports ${specifier}. ${mend}` }];
  if (from && pure.has(from) && !purePackages.has(specifier)) {
    return breach('Pure rooms run anywhere: take it as an argument.');
  }
  if (from === 'server' && /^(?:\$|svelte|@sveltejs)/.test(specifier)) {
    return breach('The server room runs under plain Node: leave the framework to the routes.');
  }
  const answersHttp = specifier === '@sveltejs/kit' && names.some((name) => httpAnswers.has(name));
  if (answersHttp && from !== 'routes') {
    return breach('Only routes answer by error, redirect or fail: return a value.');
  }
  const readsFiles = /^node:fs/.test(specifier);
  const mayRead = /^lib\/server\/(?:content|storage)\/|^(?:cli|front)\//.test(path);
  if (readsFiles && !mayRead) {
    return breach('Only server/content reads content, and only server/storage opens databases.');
  }
  const namesDatabase = specifier === 'node:sqlite' || specifier === 'pg';
  if (namesDatabase && !path.startsWith('lib/server/storage/')) {
    return breach('Only server/storage names a database: use its store.');
  }
  return [];
}

function cycleBreaches(modules: readonly Module[]): Breach[] {
  const targets = new Map(
    modules.map(({ path, imports }) => [
      path,
      imports.flatMap(({ target, isTypeOnly }) => (target && !isTypeOnly ? [target] : [])),
    ]),
  );
  const done = new Set<string>();
  const breaches: Breach[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at !== -1) {
      const cycle = [...trail.slice(at), path].join(' → ');
      breaches.push({ path, message: `is in a circle: ${cycle}. Move what both need to a third.` });
      return;
    }
    if (done.has(path)) return;
    for (const target of targets.get(path) ?? []) walk(target, [...trail, path]);
    done.add(path);
  };
  for (const path of targets.keys()) walk(path, []);
  return breaches;
}
