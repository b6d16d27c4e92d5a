import { beforeAll, describe, expect, it } from 'vitest';
import { makeModule, readModules, type Module } from './modules.ts';
import { findBreaches } from './rules.ts';

let modules: Module[];
beforeAll(async () => {
  modules = await readModules();
});

describe('the house', () => {
  it('keeps its rules', () => {
    expect(modules.length).toBeGreaterThan(100);
    expect(findBreaches(modules)).toEqual([]);
  });

  it.each<[string, string, string, string]>([
    ['an arrow up', 'lib/quiz/planted.ts', `import '../bank/issue.ts';`, 'quiz may import from'],
    [
      'an arrow sideways',
      'lib/enhance/planted.ts',
      `import '../quiz/draw.ts';`,
      'enhance may import',
    ],
    [
      'the server in a component',
      'lib/components/Planted.svelte',
      `<script>import { openStore } from '../server/storage/open.ts';</script>`,
      'components may import from',
    ],
    [
      'item rules as values in a view',
      'lib/item-types/verdict/Planted.svelte',
      `<script>import { verdict } from './verdict.ts';</script>`,
      'never values',
    ],
    [
      'one item type in another',
      'lib/item-types/verdict/planted.ts',
      `import '../numeric/unit.ts';`,
      'never imports another',
    ],
    [
      'one format in another',
      'lib/formats/moodle/planted.ts',
      `import '../canvas/canvas-gradebook.ts';`,
      'never imports another',
    ],
    [
      'storage in a format',
      'lib/formats/planted.ts',
      `import '../server/storage/store.ts';`,
      'formats may import from',
    ],
    ['Node in a pure room', 'lib/passage/planted.ts', `import 'node:fs';`, 'run anywhere'],
    ['Svelte in a pure room', 'lib/bank/planted.ts', `import 'svelte';`, 'run anywhere'],
    [
      'the framework in the server room',
      'lib/server/planted.ts',
      `import '@sveltejs/kit';`,
      'under plain Node',
    ],
    [
      'a reader of files beside server/content',
      'lib/server/planted.ts',
      `import 'node:fs/promises';`,
      'Only server/content reads',
    ],
    ['a database by name', 'cli/planted.ts', `import 'node:sqlite';`, 'Only server/storage names'],
    [
      'http outside the routes',
      'cli/planted.ts',
      `import { error as stop } from '@sveltejs/kit';`,
      'Only routes answer',
    ],
    [
      'the server in a component’s markup',
      'lib/components/Planted.svelte',
      `{#await import('../server/storage/open.ts')}…{/await}`,
      'components may import from',
    ],
    ['a drawer', 'lib/quiz/utils.ts', '', 'is a drawer'],
    ['a misnamed module', 'lib/quiz/Planted.ts', '', 'is misnamed'],
    ['a file in no room', 'lib/attic/planted.ts', '', 'stands in no room'],
    ['a lazy import', 'lib/quiz/planted.ts', `void import('../bank/issue.ts');`, 'quiz may import'],
    ['an import without its ending', 'lib/quiz/planted.ts', `import './draw';`, 'with its .ts'],
  ])('names %s and its mend', (_name, path, text, words) => {
    const known = new Set([...modules.map((module) => module.path), path]);
    const breaches = findBreaches([...modules, makeModule(path, text, known)]);
    expect(breaches.map((breach) => breach.path)).toContain(path);
    expect(breaches.map((breach) => breach.message).join('\n')).toContain(words);
  });

  it.each<[string, string, string]>([
    [
      'types of item rules in a view',
      'Planted.svelte',
      `<script lang="ts">import type { Verdict } from './verdict.ts';</script>`,
    ],
    [
      'an import inside a text',
      'planted.ts',
      `export const text = "import '../numeric/unit.ts';";`,
    ],
    [
      'an import inside a comment',
      'Planted.svelte',
      `<!-- <script>import '../../server/app.ts';</script> -->`,
    ],
  ])('has nothing against %s', (_name, name, text) => {
    const path = `lib/item-types/verdict/${name}`;
    const known = new Set([...modules.map((module) => module.path), path]);
    expect(findBreaches([makeModule(path, text, known)])).toEqual([]);
  });

  it('names a circle', () => {
    const known = new Set(['lib/quiz/one.ts', 'lib/quiz/two.ts']);
    const breaches = findBreaches([
      makeModule('lib/quiz/one.ts', `import './two.ts';`, known),
      makeModule('lib/quiz/two.ts', `import './one.ts';`, known),
    ]);
    expect(breaches[0]?.message).toContain('lib/quiz/one.ts → lib/quiz/two.ts → lib/quiz/one.ts');
  });
});
