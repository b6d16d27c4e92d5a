import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Rooms that run anywhere: no Node, no Svelte, no framework (ARCHITECTURE.md, rule 1). */
const pureRooms = [
  'src/lib/{messages,passage,bank,quiz,formats}/**/*.ts',
  'src/lib/item-types/**/*.ts',
];

export default ts.config(
  { ignores: ['build/', '.svelte-kit/', 'node_modules/', 'data/', 'screenshots/'] },
  js.configs.recommended,
  ts.configs.strict,
  svelte.configs.recommended,
  prettier,
  svelte.configs.prettier,
  {
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: {
      'no-undef': 'off',
      'max-lines': ['error', { max: 300 }],
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'always' }],
      // Links are plain hrefs: pages are served without a client router.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    // Rules that know the types: a promise that nobody waits for, a case that nobody thought of.
    files: ['{src,tests,bench}/**/*.ts', 'src/**/*.svelte', 'scripts/*.js'],
    languageOptions: {
      parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['{src,tests,bench}/**/*.ts', 'scripts/*.js'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Export it by its name.' },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/**/*.test.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 40, skipComments: true }] },
  },
  {
    files: pureRooms,
    ignores: ['**/*.test.ts', 'src/lib/item-types/views.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: ['node:*', 'svelte', 'svelte/*', '$app/*', '$env/*', '$lib/*'] },
      ],
      'no-restricted-globals': ['error', 'Date', 'fetch', 'process', 'window', 'document'],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random' }],
    },
  },
  {
    files: [
      'src/cli/**',
      'src/front/main.ts',
      'src/hooks.server.ts',
      'scripts/**',
      'bench/**',
      'tests/browser/embed/play-elsewhere.ts',
      'tests/screens/**',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['src/lib/server/open-app.ts'],
    rules: { 'no-console': ['error', { allow: ['error'] }] },
  },
);
